-- Settings that every transaction begins with (kernel/database.ts). An unset actor sees and writes nothing.
create schema mufakat;
grant usage on schema mufakat to mufakat_app, mufakat_jobs;
grant usage on schema public to mufakat_app, mufakat_jobs;

create function mufakat.kind() returns text language sql stable set search_path = '' as
$$ select nullif(current_setting('mufakat.kind', true), '') $$;
create function mufakat.person() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('mufakat.person', true), '')::uuid $$;
create function mufakat.job() returns text language sql stable set search_path = '' as
$$ select nullif(current_setting('mufakat.job', true), '') $$;
create function mufakat.today() returns date language sql stable set search_path = '' as
$$ select coalesce(nullif(current_setting('mufakat.today', true), '')::date, current_date) $$;

create domain record_class as text check (value in ('public', 'members', 'restricted', 'secret'));
create domain language_code as text check (value in ('id', 'en'));
