-- The access rule in SQL (the same rule as kernel/access.ts; access.test.ts compares them).
-- Functions are stable and read as the owner, so a policy calls each once a statement, never once a row.
-- They are plpgsql because it keeps their plans for the session; as SQL functions each call was planned anew.
create function mufakat.is_official() returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return false; end if;
  return (select exists (select from public.memberships m where m.person_id = mufakat.person()
      and m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today())
    or exists (select from public.installation_roles r where r.person_id = mufakat.person()
      and r.first_day <= mufakat.today() and coalesce(r.last_day, 'infinity') >= mufakat.today()));
end $$;

create function mufakat.has_role(wanted text) returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return false; end if;
  return (select exists (select from public.installation_roles r where r.person_id = mufakat.person() and r.role = wanted
    and r.first_day <= mufakat.today() and coalesce(r.last_day, 'infinity') >= mufakat.today()));
end $$;

create function mufakat.seat_programmes() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select programme_id from public.seats where person_id = mufakat.person()
    and first_day <= mufakat.today() and coalesce(last_day, 'infinity') >= mufakat.today();
end $$;

create function mufakat.coordinated_programmes() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select programme_id from public.seats where person_id = mufakat.person() and role in ('coordinator', 'deputy')
    and first_day <= mufakat.today() and coalesce(last_day, 'infinity') >= mufakat.today()
  union
  -- whoever founded a programme seats its first coordinator
  select p.id from public.programmes p where p.created_by = mufakat.person()
    and not exists (select from public.seats s where s.programme_id = p.id and s.role = 'coordinator');
end $$;

create function mufakat.overseen_programmes() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select programme_id from public.seats where person_id = mufakat.person() and role in ('coordinator', 'deputy', 'auditor')
    and first_day <= mufakat.today() and coalesce(last_day, 'infinity') >= mufakat.today()
  union select id from public.programmes where mufakat.has_role('information-officer');
end $$;

create function mufakat.member_programmes() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select mufakat.seat_programmes() union select id from public.programmes where mufakat.has_role('information-officer');
end $$;

create function mufakat.owner_seats() returns table (programme_id uuid, organisation_id uuid)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select s.programme_id, s.organisation_id from public.seats s where s.person_id = mufakat.person() and s.role in ('officer', 'head')
    and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today();
end $$;

create function mufakat.granted_records() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select record_id from public.grants where person_id = mufakat.person() and until >= mufakat.today();
end $$;

-- Whether an actor was set at all; the login role without one is powerless.
create function mufakat.open_classes() returns setof text language sql stable set search_path = '' as
$$ select 'public' where mufakat.kind() in ('visitor', 'person') $$;

create function mufakat.job_classes() returns setof text language sql stable set search_path = '' as
$$ select unnest(string_to_array(nullif(current_setting('mufakat.classes', true), ''), ',')) where mufakat.kind() = 'job' $$;

-- Gives one table of records its policies and grants. `changing`: the only columns that an operation may update.
create procedure mufakat.protect_records(tab text, changing text[] default '{}', programme text default 'programme_id', author text default 'created_by')
language plpgsql set search_path = '' as $body$
declare
  sees text := format($$
    class = any (array(select mufakat.open_classes()))
    or (class = 'members' and %1$I = any (array(select mufakat.member_programmes())))
    or (class = 'restricted' and %1$I = any (array(select mufakat.overseen_programmes())))
    or (class = 'restricted' and (%1$I, owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o))
    or (class <> 'public' and id = any (array(select mufakat.granted_records())))$$, programme);
  seated text := format('%I = any (array(select mufakat.seat_programmes()))', programme);
begin
  execute format('alter table public.%I enable row level security', tab);
  execute format('alter table public.%I force row level security', tab);
  execute format('create policy owner_all on public.%I to mufakat_owner using (true) with check (true)', tab);
  execute format('create policy app_read on public.%I for select to mufakat_app using (%s)', tab, sees);
  execute format('create policy app_add on public.%I for insert to mufakat_app with check (%s and %I = (select mufakat.person()))', tab, seated, author);
  execute format('create policy app_change on public.%I for update to mufakat_app using (%s and (%s)) with check (%s)', tab, seated, sees, seated);
  execute format('create policy job_read on public.%I for select to mufakat_jobs using (class = any (array(select mufakat.job_classes())))', tab);
  execute format('create policy job_add on public.%I for insert to mufakat_jobs with check (class = any (array(select mufakat.job_classes())))', tab);
  execute format('create policy job_change on public.%I for update to mufakat_jobs using (class = any (array(select mufakat.job_classes()))) with check (class = any (array(select mufakat.job_classes())))', tab);
  execute format('grant select, insert on public.%I to mufakat_app, mufakat_jobs', tab);
  if cardinality(changing) > 0 then
    execute format('grant update (%s) on public.%I to mufakat_app, mufakat_jobs',
      (select string_agg(quote_ident(c), ', ') from unnest(changing) c), tab);
  end if;
end $body$;

-- Details of a record that are seen exactly when the record is seen (moves of a task, evidence, signatures).
create procedure mufakat.protect_details(tab text, parent text, key text, changing text[] default '{}')
language plpgsql set search_path = '' as $body$
declare
  -- the subquery reads the parent under the parent's own policies
  sees text := format('exists (select from public.%I p where p.id = %I.%I)', parent, tab, key);
begin
  execute format('alter table public.%I enable row level security', tab);
  execute format('alter table public.%I force row level security', tab);
  execute format('create policy owner_all on public.%I to mufakat_owner using (true) with check (true)', tab);
  execute format('create policy app_read on public.%I for select to mufakat_app using (%s)', tab, sees);
  execute format('create policy app_add on public.%I for insert to mufakat_app with check (exists (select from public.%I p where p.id = %I.%I and p.programme_id = any (array(select mufakat.seat_programmes()))) and created_by = (select mufakat.person()))', tab, parent, tab, key);
  execute format('create policy app_change on public.%I for update to mufakat_app using (exists (select from public.%I p where p.id = %I.%I and p.programme_id = any (array(select mufakat.seat_programmes()))))', tab, parent, tab, key);
  execute format('create policy job_read on public.%I for select to mufakat_jobs using (%s)', tab, sees);
  execute format('create policy job_add on public.%I for insert to mufakat_jobs with check (%s)', tab, sees);
  execute format('create policy job_change on public.%I for update to mufakat_jobs using (%s)', tab, sees);
  execute format('grant select, insert on public.%I to mufakat_app, mufakat_jobs', tab);
  if cardinality(changing) > 0 then
    execute format('grant update (%s) on public.%I to mufakat_app, mufakat_jobs',
      (select string_agg(quote_ident(c), ', ') from unnest(changing) c), tab);
  end if;
end $body$;

-- Tables of the whole installation (directory, calendar): everyone reads, `writers` is an SQL condition.
create procedure mufakat.protect_shared(tab text, writers text, changing text[] default '{}')
language plpgsql set search_path = '' as $body$
begin
  execute format('alter table public.%I enable row level security', tab);
  execute format('alter table public.%I force row level security', tab);
  execute format('create policy owner_all on public.%I to mufakat_owner using (true) with check (true)', tab);
  execute format('create policy app_read on public.%I for select to mufakat_app using ((select mufakat.kind()) is not null)', tab);
  execute format('create policy app_add on public.%I for insert to mufakat_app with check (%s)', tab, writers);
  execute format('create policy app_change on public.%I for update to mufakat_app using (%s) with check (%s)', tab, writers, writers);
  execute format('create policy job_all on public.%I to mufakat_jobs using ((select mufakat.kind()) = ''job'') with check ((select mufakat.kind()) = ''job'')', tab);
  execute format('grant select, insert on public.%I to mufakat_app, mufakat_jobs', tab);
  if cardinality(changing) > 0 then
    execute format('grant update (%s) on public.%I to mufakat_app, mufakat_jobs',
      (select string_agg(quote_ident(c), ', ') from unnest(changing) c), tab);
  end if;
end $body$;

-- Directory: read by all; written by people who act for an organisation or hold an installation role.
call mufakat.protect_shared('organisations', '(select mufakat.is_official())', '{name,lang,kind,acronym,parent_id,territory_code,country,website,founded_on,dissolved_on,merged_into_id,version}');
call mufakat.protect_shared('organisation_names', '(select mufakat.is_official())');
call mufakat.protect_shared('organisation_identifiers', '(select mufakat.is_official())', '{organisation_id}');
call mufakat.protect_shared('memberships', '(select mufakat.is_official())', '{ends_on,person_id,organisation_id}');
call mufakat.protect_shared('skills', '(select mufakat.is_official())', '{person_id}');
call mufakat.protect_shared('territories', 'false');
call mufakat.protect_shared('parties', 'programme_id = any (array(select mufakat.coordinated_programmes()))', '{role,until}');
call mufakat.protect_shared('seats', 'programme_id = any (array(select mufakat.coordinated_programmes()))', '{last_day}');
call mufakat.protect_shared('installation_roles', '(select mufakat.has_role(''operator''))', '{last_day}');

-- People: those who act or acted for an organisation or programme are seen by all; others only by themselves and operators.
alter table people enable row level security;
alter table people force row level security;
create policy owner_all on people to mufakat_owner using (true) with check (true);
create function mufakat.public_people() returns setof uuid language sql stable security definer set search_path = '' as $$
  select person_id from public.memberships union select person_id from public.seats union select person_id from public.installation_roles
$$;
create policy app_read on people for select to mufakat_app using (
  (select mufakat.kind()) is not null
  and (id = (select mufakat.person()) or id in (select mufakat.public_people()) or created_by = (select mufakat.person())
    or (select mufakat.has_role('operator'))));
create policy app_add on people for insert to mufakat_app with check ((select mufakat.is_official()));
create policy app_change on people for update to mufakat_app using (id = (select mufakat.person()) or (select mufakat.is_official()));
create policy job_all on people to mufakat_jobs using ((select mufakat.kind()) = 'job') with check ((select mufakat.kind()) = 'job');
grant select, insert, update (name, merged_into_id, version) on people to mufakat_app, mufakat_jobs;

-- Programmes are records of themselves; any official may found one.
call mufakat.protect_records('programmes', '{name,name_en,summary,summary_en,lang,class,owner_id,status,place,starts_on,ends_on,source,evaluate_at,version}', 'id');
drop policy app_add on programmes;
create policy app_add on programmes for insert to mufakat_app
  with check ((select mufakat.is_official()) and created_by = (select mufakat.person()));

-- Grants: seen by their holder and by the people who may give them.
alter table grants enable row level security;
alter table grants force row level security;
create policy owner_all on grants to mufakat_owner using (true) with check (true);
create policy app_read on grants for select to mufakat_app using (
  person_id = (select mufakat.person()) or programme_id = any (array(select mufakat.overseen_programmes())));
create policy app_add on grants for insert to mufakat_app with check (
  (programme_id = any (array(select mufakat.coordinated_programmes())) or (select mufakat.has_role('information-officer')))
  and created_by = (select mufakat.person()));
grant select, insert on grants to mufakat_app;

-- How many records of one table and programme this actor may not see, by class (the public stub of a list).
create function mufakat.withheld(tab text, programme uuid) returns table (class text, count bigint)
language plpgsql stable security definer set search_path = '' as $$
begin
  if mufakat.kind() is null then return; end if;
  if not exists (select from pg_catalog.pg_policies p where p.schemaname = 'public' and p.tablename = tab and p.policyname = 'app_read') then return; end if;
  return query execute format('select t.class::text, count(*) from public.%I t where t.programme_id = $1 and t.class <> ''public''
    and not (t.class = ''members'' and t.programme_id = any (array(select mufakat.member_programmes())))
    and not (t.class = ''restricted'' and (t.programme_id = any (array(select mufakat.overseen_programmes()))
      or (t.programme_id, t.owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o)))
    and not (t.id = any (array(select mufakat.granted_records()))) group by 1', tab) using programme;
end $$;
