-- What happened, insert-only. A number comes later, from the sequencer, in a table of its own.
create table events (
  id uuid primary key,
  name text not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
  programme_id uuid references programmes,
  owner_id uuid references organisations,
  class record_class not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_version integer,
  person_id uuid references people,
  job text,
  at timestamptz not null,
  request_id text,
  payload jsonb not null default '{}'
);
create index on events (subject_id, at);
create index on events (programme_id, at desc);
call mufakat.protect_records('events', '{}', 'programme_id', 'person_id');
drop policy app_add on events;
create policy app_add on events for insert to mufakat_app with check (
  (select mufakat.kind()) in ('visitor', 'person') and person_id is not distinct from (select mufakat.person())
  and (programme_id is null or class = 'public' or programme_id = any (array(select mufakat.member_programmes()))));
drop policy app_change on events;
drop policy job_change on events;

create table pending_events (
  arrival bigint generated always as identity primary key,
  event_id uuid not null,
  programme_id uuid
);
create index on pending_events (programme_id);

create table event_numbers (
  number bigint primary key,
  event_id uuid not null unique references events,
  -- null: the installation's own events; …0001: those that are not public
  programme_id uuid,
  programme_number bigint not null
);
create unique index on event_numbers (coalesce(programme_id, '00000000-0000-0000-0000-000000000000'), programme_number);

create function mufakat.event_added() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- What nobody but its readers may see (sign-ins, accounts) is counted apart, so that it makes no public page stale.
  insert into public.pending_events (event_id, programme_id) values (new.id, coalesce(new.programme_id,
    case when new.class <> 'public' then '00000000-0000-0000-0000-000000000001'::uuid end));
  -- NOTIFY makes commits wait for one another (half the throughput of 20 writers), so one writer at a time does it;
  -- the others are found by the sequencer's look every 200 ms.
  if pg_try_advisory_xact_lock(hashtextextended('mufakat-notify', 7)) then perform pg_notify('mufakat_events', ''); end if;
  return null;
end $$;
create trigger event_added after insert on events for each row execute function mufakat.event_added();

create function mufakat.refuse_rewrite() returns trigger language plpgsql set search_path = '' as $$
begin raise exception '% on %: what happened is never rewritten', tg_op, tg_table_name using errcode = 'insufficient_privilege'; end $$;
create trigger append_only before update or delete or truncate on events for each statement execute function mufakat.refuse_rewrite();
create trigger append_only before update or delete or truncate on event_numbers for each statement execute function mufakat.refuse_rewrite();

-- Numbers the oldest committed events; the caller holds the sequencer's lock. Returns how many.
create function mufakat.number_events(most integer) returns integer language plpgsql security definer set search_path = '' as $$
declare done integer;
begin
  with taken as (
    delete from public.pending_events where arrival in (select arrival from public.pending_events order by arrival limit most)
    returning arrival, event_id, programme_id
  ), last as (select coalesce(max(number), 0) as number from public.event_numbers),
  numbered as (
    select l.number + row_number() over (order by t.arrival) as number, t.event_id, t.programme_id,
      coalesce((select n.programme_number from public.event_numbers n
        where coalesce(n.programme_id, '00000000-0000-0000-0000-000000000000') = coalesce(t.programme_id, '00000000-0000-0000-0000-000000000000')
        order by n.programme_number desc limit 1), 0)
      + row_number() over (partition by t.programme_id order by t.arrival) as programme_number
    from taken t, last l
  )
  insert into public.event_numbers select number, event_id, programme_id, programme_number from numbered;
  get diagnostics done = row_count;
  return done;
end $$;
revoke execute on function mufakat.number_events from public;
grant execute on function mufakat.number_events to mufakat_jobs;

-- How many committed events wait for their number: the sequencer's lag.
create function mufakat.unnumbered_events() returns bigint language sql stable security definer set search_path = '' as
$$ select count(*) from public.pending_events $$;
revoke execute on function mufakat.unnumbered_events from public;
grant execute on function mufakat.unnumbered_events to mufakat_jobs;

-- How many committed events touch a programme (null: the whole installation's own events), numbered or not yet:
-- grows with every commit, so a page stored under it is fresh by construction.
create function mufakat.event_counts(programmes uuid[]) returns table (programme_id uuid, events bigint)
language sql stable security definer set search_path = '' as $$
  select p, coalesce((select n.programme_number from public.event_numbers n
      where coalesce(n.programme_id, '00000000-0000-0000-0000-000000000000') = p order by n.programme_number desc limit 1), 0)
    + (select count(*) from public.pending_events e where coalesce(e.programme_id, '00000000-0000-0000-0000-000000000000') = p)
  from unnest(programmes) p
$$;
create function mufakat.event_total() returns bigint language sql stable security definer set search_path = '' as $$
  select coalesce((select max(number) from public.event_numbers), 0) + (select count(*) from public.pending_events)
    - (select events from mufakat.event_counts('{00000000-0000-0000-0000-000000000001}'))
$$;

alter table event_numbers enable row level security;
alter table event_numbers force row level security;
create policy owner_all on event_numbers to mufakat_owner using (true) with check (true);
create policy read_all on event_numbers for select to mufakat_app, mufakat_jobs using ((select mufakat.kind()) is not null);
grant select on event_numbers to mufakat_app, mufakat_jobs;
alter table pending_events enable row level security;
alter table pending_events force row level security;
create policy owner_all on pending_events to mufakat_owner using (true) with check (true);

-- Followers: a cursor each, and what they could not digest.
create table follower_cursors (
  follower text primary key,
  number bigint not null default 0
);
create table follower_failures (
  follower text not null,
  number bigint not null references event_numbers,
  attempts integer not null default 1,
  error text not null,
  failed_at timestamptz not null,
  dead_at timestamptz,
  settled_at timestamptz,
  primary key (follower, number)
);
alter table follower_cursors enable row level security;
alter table follower_cursors force row level security;
alter table follower_failures enable row level security;
alter table follower_failures force row level security;
create policy owner_all on follower_cursors to mufakat_owner using (true) with check (true);
create policy job_all on follower_cursors to mufakat_jobs using ((select mufakat.kind()) = 'job') with check ((select mufakat.kind()) = 'job');
create policy owner_all on follower_failures to mufakat_owner using (true) with check (true);
create policy job_all on follower_failures to mufakat_jobs using ((select mufakat.kind()) = 'job') with check ((select mufakat.kind()) = 'job');
create policy operator_read on follower_failures for select to mufakat_app using ((select mufakat.has_role('operator')));
create policy operator_read on follower_cursors for select to mufakat_app using ((select mufakat.has_role('operator')));
grant select, insert, update on follower_cursors, follower_failures to mufakat_jobs;
grant select on follower_cursors, follower_failures to mufakat_app;

-- Double submits: the first outcome of a form's key is kept for the person who sent it.
create table submissions (
  key uuid not null,
  person_id uuid not null references people,
  operation text not null,
  value jsonb,
  at timestamptz not null,
  primary key (person_id, key)
);
alter table submissions enable row level security;
alter table submissions force row level security;
create policy owner_all on submissions to mufakat_owner using (true) with check (true);
create policy own on submissions to mufakat_app using (person_id = (select mufakat.person())) with check (person_id = (select mufakat.person()));
grant select, insert, update (value) on submissions to mufakat_app;

-- The working-day calendar (editable; a change makes a new version).
create table holidays (
  date date primary key,
  name text not null,
  name_en text not null,
  kind text not null check (kind in ('national', 'collective-leave')),
  source text not null,
  removed boolean not null default false,
  created_at timestamptz not null,
  created_by uuid
);
create table calendar_versions (
  version integer primary key,
  changed_at timestamptz not null,
  created_by uuid,
  reason text not null
);
call mufakat.protect_shared('holidays', '(select mufakat.has_role(''operator''))', '{name,name_en,kind,source,removed}');
call mufakat.protect_shared('calendar_versions', '(select mufakat.has_role(''operator''))');
