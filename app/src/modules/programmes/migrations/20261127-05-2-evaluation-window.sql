-- A programme of the past may be judged over another stretch than the catalogue's: a table of promises of many years.
alter table programmes add column evaluate_days integer check (evaluate_days between 1 and 36500);
grant update (evaluate_days) on programmes to mufakat_app, mufakat_jobs;
