-- What a person has an interest in. A declaration stands for twelve months; a newer one replaces it, none is changed.
create table interest_declarations (
  id uuid primary key,
  person_id uuid not null references people,
  -- of this person's declarations; the greatest counts
  number integer not null check (number > 0),
  declared_on date not null,
  -- the last day on which it counts
  valid_until date not null generated always as ((declared_on + interval '12 months')::date) stored,
  created_at timestamptz not null,
  created_by uuid,
  unique (person_id, number)
);

create table declared_interests (
  id uuid primary key,
  declaration_id uuid not null references interest_declarations,
  kind text not null check (kind in ('post', 'ownership', 'family', 'supplier', 'address', 'gift')),
  organisation_id uuid references organisations,
  -- a body that the directory does not know
  organisation_name text check (length(organisation_name) between 1 and 300),
  since date,
  until date,
  created_at timestamptz not null,
  created_by uuid,
  check ((organisation_id is null) <> (organisation_name is null)),
  check (until >= since)
);
create index on declared_interests (declaration_id);
create index on declared_interests (organisation_id);

-- Who the relative is, what the gift was: never in the public register.
create table interest_notes (
  interest_id uuid primary key references declared_interests,
  person_id uuid not null references people,
  note text not null check (length(note) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);
create index on interest_notes (person_id);

call mufakat.protect_shared('interest_declarations',
  'person_id = (select mufakat.person()) and created_by = (select mufakat.person()) and declared_on = (select mufakat.today()) and (select mufakat.is_official())');
call mufakat.protect_shared('declared_interests',
  'created_by = (select mufakat.person()) and (select mufakat.is_official()) and declaration_id in (select d.id from public.interest_declarations d where d.person_id = (select mufakat.person()))');

-- People whose notes this actor may read: oneself, those one heads, those who sit where one audits.
create function mufakat.interest_subjects() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := mufakat.person();
  day date := mufakat.today();
begin
  if me is null then return; end if;
  return query select me
  union select m.person_id from public.memberships m join public.memberships h on h.organisation_id = m.organisation_id
    where h.person_id = me and h.head and h.starts_on <= day and coalesce(h.ends_on, 'infinity') >= day
      and m.starts_on <= day and coalesce(m.ends_on, 'infinity') >= day
  union select s.person_id from public.seats s join public.seats h on h.programme_id = s.programme_id
    and (h.role = 'auditor' or (h.role = 'head' and h.organisation_id = s.organisation_id))
    where h.person_id = me and h.first_day <= day and coalesce(h.last_day, 'infinity') >= day
      and s.first_day <= day and coalesce(s.last_day, 'infinity') >= day;
end $$;

alter table interest_notes enable row level security;
alter table interest_notes force row level security;
create policy owner_all on interest_notes to mufakat_owner using (true) with check (true);
create policy app_read on interest_notes for select to mufakat_app using (
  person_id = any (array(select mufakat.interest_subjects())) or (select mufakat.has_role('information-officer')));
create policy app_add on interest_notes for insert to mufakat_app with check (
  person_id = (select mufakat.person()) and created_by = (select mufakat.person()) and (select mufakat.is_official())
  and interest_id in (select i.id from public.declared_interests i join public.interest_declarations d on d.id = i.declaration_id
    where d.person_id = (select mufakat.person())));
grant select, insert on interest_notes to mufakat_app;

-- A declaration is whole when it is made: nothing is added to it afterwards.
create function mufakat.declaration_is_whole() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if session_user = 'mufakat_app' and not exists (select from public.interest_declarations d
    where d.id = new.declaration_id and d.xmin = pg_catalog.pg_current_xact_id()::xid)
  then raise exception 'a declaration is never added to; make a new one' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger whole before insert on declared_interests for each row execute function mufakat.declaration_is_whole();

-- A record that was merged away stands for the one that stays.
create function mufakat.one_body(organisation uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  with recursive chain as (
    select o.id, o.merged_into_id, 1 as depth from public.organisations o where o.id = organisation
    union all select o.id, o.merged_into_id, c.depth + 1 from public.organisations o join chain c on o.id = c.merged_into_id where c.depth < 20
  ) select id from chain where merged_into_id is null
$$;

-- Which of these organisations a person has an interest in today: the newest declaration, also one that has run out
-- (a conflict does not end with the paper), and posts that the directory knows. Only what the public register shows.
create function mufakat.interests_in(person uuid, organisations uuid[])
returns table (kind text, organisation_id uuid, source text)
language sql stable security definer set search_path = '' as $$
  with asked as (select o as id, mufakat.one_body(o) as body from unnest(organisations) o),
  newest as (select d.id from public.interest_declarations d where d.person_id = person order by d.number desc limit 1)
  select i.kind, a.id, case when i.kind = 'address' then 'address' else 'declared' end
  from public.declared_interests i join newest n on n.id = i.declaration_id
    join asked a on a.body = mufakat.one_body(i.organisation_id)
  where coalesce(i.since, '-infinity') <= mufakat.today() and coalesce(i.until, 'infinity') >= mufakat.today()
  union
  select 'post', a.id, 'membership'
  from public.memberships m join asked a on a.body = mufakat.one_body(m.organisation_id)
  where m.person_id = person and m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today()
$$;
