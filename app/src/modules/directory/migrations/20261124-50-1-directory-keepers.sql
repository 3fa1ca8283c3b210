-- Whether the actor coordinates a programme, or is the operator: they add bodies that are not in the directory.
create function mufakat.keeps_directory() returns boolean language sql stable security definer set search_path = '' as $$
  select mufakat.has_role('operator') or exists (select mufakat.coordinated_programmes())
$$;

-- Who keeps an organisation: its own people, the coordination team for the parties of its programmes, for what it added
-- and for bodies without anyone of their own, and the operator for all. `for_heads`: may also appoint and end its heads.
-- Asked for the rows that are written, never in a read.
create function mufakat.keeps(organisation uuid, for_heads boolean default false) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := mufakat.person();
  day date := mufakat.today();
begin
  if me is null then return false; end if;
  if exists (select from public.memberships m where m.organisation_id = organisation and m.person_id = me
    and (m.head or not for_heads) and m.starts_on <= day and coalesce(m.ends_on, 'infinity') >= day) then return true; end if;
  if mufakat.has_role('operator') then return true; end if;
  if not mufakat.keeps_directory() then return false; end if;
  if exists (select from public.organisations o where o.id = organisation and o.created_by = me) then return true; end if;
  if exists (select from public.parties y join public.organisations o on o.id = y.organisation_id
    where (y.organisation_id = organisation or o.merged_into_id = organisation)
      and y.programme_id in (select mufakat.coordinated_programmes()) and coalesce(y.until, 'infinity') >= day) then return true; end if;
  return not exists (select from public.memberships m where m.organisation_id = organisation
    and m.starts_on <= day and coalesce(m.ends_on, 'infinity') >= day);
end $$;

create function mufakat.keeps_person(who uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return who = mufakat.person() or mufakat.has_role('operator')
    or exists (select from public.memberships m where m.person_id = who and mufakat.keeps(m.organisation_id))
    or exists (select from public.people p where p.id = who and p.created_by = mufakat.person());
end $$;

-- An account, seat or role keeps a person from being merged away; only that there is one is told.
create function mufakat.acts_otherwise(who uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select mufakat.is_official() and (
    exists (select from public.accounts a where a.person_id = who and a.disabled_at is null)
    or exists (select from public.seats s where s.person_id = who and coalesce(s.last_day, 'infinity') >= mufakat.today())
    or exists (select from public.installation_roles r where r.person_id = who and coalesce(r.last_day, 'infinity') >= mufakat.today()))
$$;

drop policy app_add on organisations;
drop policy app_change on organisations;
create policy app_add on organisations for insert to mufakat_app
  with check ((select mufakat.keeps_directory()) and created_by = (select mufakat.person()));
create policy app_change on organisations for update to mufakat_app
  using (mufakat.keeps(id)) with check (mufakat.keeps(id));

-- Names, identifiers and posts of an organisation: whoever keeps it, before and after.
create procedure mufakat.keep_with_organisation(tab text, writers text) language plpgsql set search_path = '' as $body$
begin
  execute format('drop policy app_add on public.%I', tab);
  execute format('drop policy app_change on public.%I', tab);
  execute format('create policy app_add on public.%I for insert to mufakat_app with check (%s)', tab, writers);
  execute format('create policy app_change on public.%I for update to mufakat_app using (%s) with check (%s)', tab, writers, writers);
end $body$;
call mufakat.keep_with_organisation('organisation_names', 'mufakat.keeps(organisation_id)');
call mufakat.keep_with_organisation('organisation_identifiers', 'mufakat.keeps(organisation_id)');
call mufakat.keep_with_organisation('memberships', 'mufakat.keeps(organisation_id, head)');
grant update (organisation_id) on organisation_names to mufakat_app, mufakat_jobs;

drop policy app_change on people;
create policy app_change on people for update to mufakat_app
  using (mufakat.keeps_person(id)) with check (mufakat.keeps_person(id));

-- A skill is declared by its person, ended and never deleted; a merge of two records of one person moves it.
alter table skills drop constraint skills_pkey,
  add column id uuid not null default gen_random_uuid() primary key,
  add column ended_at timestamptz,
  add column created_by uuid;
create unique index on skills (person_id, lower(skill)) where ended_at is null;
create index on skills (lower(skill)) where ended_at is null;
drop policy app_add on skills;
drop policy app_change on skills;
create policy app_add on skills for insert to mufakat_app
  with check (person_id = (select mufakat.person()) and (select mufakat.is_official()));
create policy app_change on skills for update to mufakat_app
  using (person_id = (select mufakat.person()) or (select mufakat.keeps_directory()))
  with check (person_id = (select mufakat.person()) or (select mufakat.keeps_directory()));
grant update (person_id, ended_at) on skills to mufakat_app, mufakat_jobs;

-- A record that was merged away still forwards, so it stays readable.
create or replace function mufakat.public_people() returns setof uuid language sql stable security definer set search_path = '' as $$
  select person_id from public.memberships union select person_id from public.seats union select person_id from public.installation_roles
  union select id from public.people where merged_into_id is not null
$$;
