-- What was decided about an actual conflict: a declared interest that meets what the programme has in hand. A newer row
-- counts; none is changed. Person, organisation, measure and days are the public register.
create table interest_controls (
  id uuid primary key,
  -- of this person and organisation; the greatest counts
  arrival bigint generated always as identity,
  programme_id uuid not null references programmes,
  -- the party for which the person sits
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  person_id uuid not null references people,
  organisation_id uuid not null references organisations,
  measure text not null check (measure in ('recusal', 'substitute', 'suspended', 'divested', 'none')),
  substitute_id uuid references people,
  until date,
  decided_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  check ((measure = 'substitute') = (substitute_id is not null)),
  check ((measure = 'suspended') = (until is not null)),
  check (until > decided_on)
);
create index on interest_controls (programme_id, person_id);
call mufakat.protect_records('interest_controls');

-- Why: for the person's own party, the coordination team, auditors and the information officer.
create table interest_control_reasons (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'restricted',
  lang language_code not null default 'id',
  control_id uuid not null unique references interest_controls,
  reason text not null check (length(reason) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);
call mufakat.protect_records('interest_control_reasons');

-- By the head of the person's party or the coordination team, on the day, about what the person has declared; nobody
-- decides on a conflict of their own.
create function mufakat.control_decided() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  me uuid := mufakat.person();
  day date := mufakat.today();
begin
  if session_user <> 'mufakat_app' then return new; end if;
  if new.person_id is not distinct from me or new.decided_on <> day or new.class <> 'public'
    or not (new.programme_id in (select mufakat.coordinated_programmes()) or exists (select from public.seats s
      where s.programme_id = new.programme_id and s.organisation_id = new.owner_id and s.person_id = me and s.role = 'head'
        and s.first_day <= day and coalesce(s.last_day, 'infinity') >= day))
  then raise exception 'a control is decided by the head of the party or the coordination team, never by the person' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from public.seats s where s.programme_id = new.programme_id and s.organisation_id = new.owner_id
      and s.person_id = new.person_id and s.first_day <= day and coalesce(s.last_day, 'infinity') >= day)
    or not exists (select from mufakat.interests_in(new.person_id, array[new.organisation_id]) i where i.source <> 'membership')
    or (new.substitute_id is not null and (new.substitute_id = new.person_id or not exists (select from public.seats s
      where s.programme_id = new.programme_id and s.organisation_id = new.owner_id and s.person_id = new.substitute_id
        and s.first_day <= day and coalesce(s.last_day, 'infinity') >= day)))
  then raise exception 'a control is about a declared interest of someone of this party' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger decided before insert on interest_controls for each row execute function mufakat.control_decided();

create function mufakat.control_reasoned() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = 'mufakat_app' and (new.class <> 'restricted' or not exists (select from public.interest_controls c
    where c.id = new.control_id and c.programme_id = new.programme_id and c.owner_id = new.owner_id and c.created_by = mufakat.person()))
  then raise exception 'the reason is given with the control, for few to read' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger reasoned before insert on interest_control_reasons for each row execute function mufakat.control_reasoned();
