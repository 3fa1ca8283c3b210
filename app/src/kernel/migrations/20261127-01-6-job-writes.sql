-- A job may note what it may not read: the sign-in job appends restricted events and reads none.
create function mufakat.job_writes() returns setof text language sql stable set search_path = '' as
$$ select mufakat.job_classes() union
  select unnest(string_to_array(nullif(current_setting('mufakat.writes', true), ''), ',')) where mufakat.kind() = 'job' $$;
drop policy job_add on events;
create policy job_add on events for insert to mufakat_jobs with check (class = any (array(select mufakat.job_writes())));
