-- Who keeps an organisation: its own people, the coordination team for the parties of its programmes, for what it added
-- and for bodies without anyone of their own, and the operator for all. `for_heads`: may also appoint and end its heads.
create function mufakat.keeps_directory() returns boolean language sql stable security definer set search_path = '' as $$
  select mufakat.has_role('operator') or exists (select mufakat.coordinated_programmes())
$$;

create function mufakat.kept_organisations(for_heads boolean default false) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with coordinated as materialized (select mufakat.coordinated_programmes() as id),
  posts as materialized (
    select m.organisation_id, m.person_id, m.head from public.memberships m
    where m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today())
  select p.organisation_id from posts p where p.person_id = mufakat.person() and (p.head or not for_heads)
  union
  select unnest(array[y.organisation_id, o.merged_into_id]) from public.parties y
    join public.organisations o on o.id = y.organisation_id
    where y.programme_id in (select c.id from coordinated c) and coalesce(y.until, 'infinity') >= mufakat.today()
  union
  select o.id from public.organisations o where exists (select from coordinated)
    and (o.created_by = mufakat.person() or not exists (select from posts p where p.organisation_id = o.id))
$$;

create function mufakat.kept_people() returns setof uuid language sql stable security definer set search_path = '' as $$
  select mufakat.person()
  union select m.person_id from public.memberships m where m.organisation_id in (select mufakat.kept_organisations())
  union select p.id from public.people p where p.created_by = mufakat.person()
$$;

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
  using ((select mufakat.has_role('operator')) or id = any (array(select mufakat.kept_organisations())))
  with check ((select mufakat.has_role('operator')) or id = any (array(select mufakat.kept_organisations())));

-- Names, identifiers and posts of an organisation: whoever keeps it, before and after.
create procedure mufakat.keep_with_organisation(tab text, writers text) language plpgsql set search_path = '' as $body$
begin
  execute format('drop policy app_add on public.%I', tab);
  execute format('drop policy app_change on public.%I', tab);
  execute format('create policy app_add on public.%I for insert to mufakat_app with check (%s)', tab, writers);
  execute format('create policy app_change on public.%I for update to mufakat_app using (%s) with check (%s)', tab, writers, writers);
end $body$;
call mufakat.keep_with_organisation('organisation_names',
  '(select mufakat.has_role(''operator'')) or organisation_id = any (array(select mufakat.kept_organisations()))');
call mufakat.keep_with_organisation('organisation_identifiers',
  '(select mufakat.has_role(''operator'')) or organisation_id = any (array(select mufakat.kept_organisations()))');
call mufakat.keep_with_organisation('memberships',
  '(select mufakat.has_role(''operator'')) or (organisation_id = any (array(select mufakat.kept_organisations()))
   and (not head or organisation_id = any (array(select mufakat.kept_organisations(true)))))');
grant update (organisation_id) on organisation_names to mufakat_app, mufakat_jobs;

drop policy app_change on people;
create policy app_change on people for update to mufakat_app
  using ((select mufakat.has_role('operator')) or id = any (array(select mufakat.kept_people())))
  with check ((select mufakat.has_role('operator')) or id = any (array(select mufakat.kept_people())));

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
