-- Personal data that reached someone it should not. Only the information officer and the operator know of one until it
-- was announced. No free text in the row itself: what is written stands in the acts.
create table breaches (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- whose data it was in charge of
  owner_id uuid not null references organisations,
  data_kinds text[] not null check (cardinality(data_kinds) > 0),
  people integer check (people >= 0),
  -- the 3 × 24 hours count from here
  discovered_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null references people,
  check (discovered_at <= created_at)
);
create index on breaches (programme_id, discovered_at);

-- Who was told when; `note` is for the two offices alone.
create table breach_acts (
  id uuid primary key,
  breach_id uuid not null references breaches,
  act text not null check (act in ('note', 'tell-people', 'tell-agency', 'announce')),
  body text not null check (length(body) between 1 and 4000),
  told_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null references people,
  check (told_at <= created_at)
);
create index on breach_acts (breach_id, told_at);

create function mufakat.announced_breaches() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select a.breach_id from public.breach_acts a join public.breaches b on b.id = a.breach_id
    where a.act = 'announce' and b.programme_id not in (select mufakat.closed_programmes());
end $$;
do $$
declare tab text;
begin
  foreach tab in array array['breaches', 'breach_acts'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    execute format('create policy job_read on %I for select to mufakat_jobs using ((select mufakat.kind()) = ''job'')', tab);
    execute format('create policy app_add on %I for insert to mufakat_app with check (
      (select mufakat.has_role(''information-officer'')) and created_by = (select mufakat.person()))', tab);
    execute format('grant select, insert on %I to mufakat_app', tab);
    execute format('grant select on %I to mufakat_jobs', tab);
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function mufakat.refuse_rewrite()', tab);
  end loop;
end $$;
create policy app_read on breaches for select to mufakat_app using (
  (select mufakat.has_role('information-officer')) or (select mufakat.has_role('operator'))
  or ((select mufakat.kind()) is not null and id = any (array(select mufakat.announced_breaches()))));
create policy app_read on breach_acts for select to mufakat_app using (
  (select mufakat.has_role('information-officer')) or (select mufakat.has_role('operator'))
  or ((select mufakat.kind()) is not null and act <> 'note' and breach_id = any (array(select mufakat.announced_breaches()))));
