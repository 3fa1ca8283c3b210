-- All datasets of a programme, or of the installation, in one file, as they were at one moment for anyone. Asked for by
-- whoever is signed in, made by a job, kept for some days.
create table data_archives (
  id uuid primary key,
  -- none = the whole installation
  programme_id uuid references programmes,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'withdrawn', 'expired')),
  -- how far the job is
  datasets integer,
  datasets_done integer not null default 0,
  row_count bigint,
  storage_key text unique check (storage_key ~ '^[0-9a-f]{48}$'),
  size bigint check (size > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- the moment whose records it holds; the last day on which it is kept
  taken_at timestamptz,
  kept_until date,
  created_at timestamptz not null,
  created_by uuid references people,
  check (state <> 'ready' or num_nulls(row_count, storage_key, size, sha256, taken_at, kept_until) = 0)
);
create index on data_archives (created_at desc);
-- One at a time.
create unique index data_archives_waiting on data_archives (coalesce(programme_id, '00000000-0000-0000-0000-000000000000')) where state = 'waiting';

alter table data_archives enable row level security;
alter table data_archives force row level security;
create policy owner_all on data_archives to mufakat_owner using (true) with check (true);
create policy app_read on data_archives for select to mufakat_app using ((select mufakat.kind()) is not null);
create policy app_add on data_archives for insert to mufakat_app with check (created_by = (select mufakat.person()));
create policy job_all on data_archives to mufakat_jobs using ((select mufakat.kind()) = 'job') with check ((select mufakat.kind()) = 'job');
call mufakat.close_with_programme('data_archives', 'mufakat_app');
grant select, insert on data_archives to mufakat_app, mufakat_jobs;
grant update (state, datasets, datasets_done, row_count, storage_key, size, sha256, taken_at, kept_until) on data_archives to mufakat_jobs;

create function mufakat.archive_asked() returns trigger language plpgsql set search_path = '' as $$ begin
  if mufakat.kind() is null or mufakat.kind() = 'job' then return new; end if;
  new.state := 'waiting'; new.datasets := null; new.datasets_done := 0; new.row_count := null; new.storage_key := null;
  new.size := null; new.sha256 := null; new.taken_at := null; new.kept_until := null;
  return new;
end $$;
create trigger asked before insert on data_archives for each row execute function mufakat.archive_asked();

-- What was public when the file was made and is not any more is in no file that is offered: in the same transaction.
-- One that is being made is held until this is committed, and its job then sees that something was closed.
create function mufakat.withdraw_archives() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  update public.data_archives a set state = case a.state when 'ready' then 'withdrawn' else a.state end where a.state in ('ready', 'waiting');
  return null;
end $$;

-- Another value whenever something that was public was closed.
create function mufakat.closings() returns text
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is distinct from 'job' then return null; end if;
  return concat_ws(' ', (select count(*) from public.class_changes c where c.from_class = 'public' and c.to_class <> 'public'),
    (select count(*) from public.information_publications p where p.withdrawn),
    (select md5(string_agg(p.id::text, ' ' order by p.id)) from public.programmes p where p.class <> 'public'));
end $$;
create index on class_changes (id) where from_class = 'public' and to_class <> 'public';
create trigger withdraw_archives after insert on class_changes for each row
  when (new.from_class = 'public' and new.to_class <> 'public') execute function mufakat.withdraw_archives();
create trigger withdraw_archives after update of class on programmes for each row
  when (old.class = 'public' and new.class <> 'public') execute function mufakat.withdraw_archives();
create trigger withdraw_archives after insert on information_publications for each row
  when (new.withdrawn) execute function mufakat.withdraw_archives();

-- Files that storage must hold; archives may be larger than documents.
drop function mufakat.kept_files();
create function mufakat.kept_files() returns table (storage_key text, size bigint, sha256 text)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is distinct from 'job' then return; end if;
  return query select d.storage_key, d.size::bigint, d.sha256 from public.documents d
    union all select a.storage_key, a.size, a.sha256 from public.data_archives a where a.state = 'ready';
end $$;
