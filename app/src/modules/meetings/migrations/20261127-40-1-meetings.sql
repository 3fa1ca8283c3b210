-- Meetings of a programme: a series plans them, a move or a cancellation is a row, the first date stays.
create table meeting_series (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  title text not null check (length(title) between 1 and 200),
  title_en text check (length(title_en) between 1 and 200),
  cadence text not null check (cadence in ('weekly', 'biweekly', 'monthly', 'quarterly')),
  first_on date not null,
  -- of the day, in the zone
  start_minute integer not null check (start_minute between 0 and 1439),
  length_minutes integer not null check (length_minutes between 5 and 720),
  zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  place text check (length(place) between 1 and 300),
  -- heads of the parties are asked to come themselves
  heads boolean not null default false,
  required_ids uuid[] not null default '{}',
  ended_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
create index on meeting_series (programme_id);
call mufakat.protect_records('meeting_series', '{ended_on,version}');

create table meetings (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  series_id uuid references meeting_series,
  title text not null check (length(title) between 1 and 200),
  title_en text check (length(title_en) between 1 and 200),
  first_starts_at timestamptz not null,
  starts_at timestamptz not null,
  length_minutes integer not null check (length_minutes between 5 and 720),
  zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  place text check (length(place) between 1 and 300),
  heads boolean not null default false,
  required_ids uuid[] not null default '{}',
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  -- of the invitation: each change that calendars must follow makes it greater
  sequence integer not null default 0,
  invited_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  unique (series_id, first_starts_at)
);
create index on meetings (programme_id, starts_at);
call mufakat.protect_records('meetings', '{starts_at,place,state,sequence,invited_at,version}');

-- Where one joins from afar. Never public, whatever the meeting is.
create table meeting_links (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'members',
  meeting_id uuid references meetings,
  series_id uuid references meeting_series,
  url text not null check (url ~ '^https://[^[:space:][:cntrl:]]+$' and length(url) <= 1000),
  created_at timestamptz not null,
  created_by uuid,
  check (num_nonnulls(meeting_id, series_id) = 1)
);
create index on meeting_links (meeting_id);
create index on meeting_links (series_id);
call mufakat.protect_records('meeting_links');

create table meeting_changes (
  id uuid primary key,
  arrival bigint generated always as identity,
  meeting_id uuid not null references meetings,
  kind text not null check (kind in ('moved', 'cancelled', 'invited', 'held')),
  from_at timestamptz,
  to_at timestamptz,
  reason text check (length(reason) between 1 and 1000),
  lang language_code not null default 'id',
  changed_on date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on meeting_changes (meeting_id);
call mufakat.protect_details('meeting_changes', 'meetings', 'meeting_id');

-- How a party took part; its newest row counts.
create table meeting_attendances (
  id uuid primary key,
  arrival bigint generated always as identity,
  meeting_id uuid not null references meetings,
  organisation_id uuid not null references organisations,
  manner text not null check (manner in ('in-person', 'online', 'delegate-decides', 'delegate', 'absent-notice', 'absent')),
  -- who came, and for whom
  person_id uuid references people,
  delegate_of uuid references people,
  recorded_on date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on meeting_attendances (meeting_id, organisation_id, arrival desc);
call mufakat.protect_details('meeting_attendances', 'meetings', 'meeting_id');

-- A matter that a party brings; it stands on the agenda of one meeting after another until it is settled.
create table agenda_items (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  kind text not null check (kind in ('decision', 'discussion', 'information')),
  title text not null check (length(title) between 1 and 300),
  body text check (length(body) between 1 and 4000),
  -- the open question it came from
  source_kind text check (source_kind in ('task', 'obstacle')),
  source_id uuid,
  created_at timestamptz not null,
  created_by uuid
);
create index on agenda_items (programme_id, source_id);
call mufakat.protect_records('agenda_items');

create table agenda_places (
  id uuid primary key,
  item_id uuid not null references agenda_items,
  meeting_id uuid not null references meetings,
  position integer not null check (position > 0),
  created_at timestamptz not null,
  created_by uuid,
  unique (item_id, meeting_id)
);
create index on agenda_places (meeting_id);
call mufakat.protect_details('agenda_places', 'agenda_items', 'item_id');

-- What came of a matter at one meeting; the newest row counts. For members until the minutes are confirmed.
create table agenda_results (
  id uuid primary key,
  arrival bigint generated always as identity,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'members',
  lang language_code not null default 'id',
  meeting_id uuid not null references meetings,
  item_id uuid not null references agenda_items,
  result text not null check (result in ('settled', 'carried', 'dropped')),
  text text check (length(text) between 1 and 4000),
  decision_id uuid,
  task_id uuid,
  recorded_on date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on agenda_results (meeting_id);
create index on agenda_results (item_id);
call mufakat.protect_records('agenda_results', '{class}');

-- Minutes in versions, each whole. A draft is for members; what was confirmed is never rewritten.
create table minutes_versions (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'members',
  lang language_code not null default 'id',
  meeting_id uuid not null references meetings,
  number integer not null check (number > 0),
  status text not null check (status in ('draft', 'confirmed')),
  body text not null check (length(body) between 1 and 40000),
  -- what a correction mends
  because text check (length(because) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid,
  unique (meeting_id, number)
);
call mufakat.protect_records('minutes_versions');

-- What the pages promise holds for the app's role too.
create function mufakat.acting_programmes() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select s.programme_id from public.seats s where s.person_id = mufakat.person()
    and s.role in ('officer', 'head', 'coordinator', 'deputy')
    and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today();
end $$;

create function mufakat.acts_for_party(programme uuid, organisation uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  return exists (select from public.seats s where s.person_id = mufakat.person()
    and s.programme_id = programme and s.organisation_id = organisation
    and s.role in ('officer', 'head', 'coordinator', 'deputy')
    and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today());
end $$;

create function mufakat.refuse_meeting(why text) returns void language plpgsql set search_path = '' as $$ begin
  raise exception '%', why using errcode = 'insufficient_privilege';
end $$;

create function mufakat.coordination_team_only() returns trigger
language plpgsql security definer set search_path = '' as $$
declare programme uuid;
begin
  if mufakat.kind() is distinct from 'person' then return new; end if;
  if tg_table_name = 'meeting_changes' then
    select m.programme_id into programme from public.meetings m where m.id = new.meeting_id;
  else
    programme := new.programme_id;
  end if;
  if not programme in (select mufakat.coordinated_programmes()) then
    perform mufakat.refuse_meeting('only the coordination team plans and records meetings');
  end if;
  return new;
end $$;
create trigger coordination_add before insert on meeting_series for each row execute function mufakat.coordination_team_only();
create trigger coordination_change before update on meeting_series for each row when (old is distinct from new) execute function mufakat.coordination_team_only();
create trigger coordination_add before insert on meetings for each row execute function mufakat.coordination_team_only();
create trigger coordination_change before update on meetings for each row when (old is distinct from new) execute function mufakat.coordination_team_only();
create trigger coordination_add before insert on meeting_changes for each row execute function mufakat.coordination_team_only();
create trigger coordination_add before insert on agenda_results for each row execute function mufakat.coordination_team_only();
create trigger coordination_change before update on agenda_results for each row when (old is distinct from new) execute function mufakat.coordination_team_only();

-- A meeting whose day is over stays where it was; what was held or cancelled stays so.
create function mufakat.meeting_stays() returns trigger language plpgsql set search_path = '' as $$ begin
  if old.state <> 'planned' and (new.state, new.starts_at, new.place) is distinct from (old.state, old.starts_at, old.place)
  then perform mufakat.refuse_meeting('what was held or cancelled is not changed'); end if;
  if new.starts_at <> old.starts_at and (old.starts_at at time zone old.zone)::date < mufakat.today()
  then perform mufakat.refuse_meeting('a meeting whose day is over is not moved'); end if;
  if new.sequence < old.sequence then perform mufakat.refuse_meeting('a sequence only grows'); end if;
  return new;
end $$;
create trigger meeting_stays before update on meetings for each row when (old is distinct from new) execute function mufakat.meeting_stays();

create function mufakat.link_is_for_members() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if mufakat.kind() = 'person' and (new.class = 'public' or not new.programme_id in (select mufakat.coordinated_programmes()))
  then perform mufakat.refuse_meeting('a link is for members, and given by the coordination team'); end if;
  return new;
end $$;
create trigger for_members before insert on meeting_links for each row execute function mufakat.link_is_for_members();

-- A party speaks for itself, and only before the meeting; afterwards the coordination team keeps the list.
create function mufakat.attendance_is_own() returns trigger
language plpgsql security definer set search_path = '' as $$
declare meeting public.meetings;
begin
  if mufakat.kind() is distinct from 'person' then return new; end if;
  select * into meeting from public.meetings m where m.id = new.meeting_id;
  if meeting.programme_id in (select mufakat.coordinated_programmes()) then return new; end if;
  if meeting.state <> 'planned' or not mufakat.acts_for_party(meeting.programme_id, new.organisation_id)
  then perform mufakat.refuse_meeting('a party answers for itself, before the meeting'); end if;
  return new;
end $$;
create trigger own before insert on meeting_attendances for each row execute function mufakat.attendance_is_own();

create function mufakat.agenda_is_own() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if mufakat.kind() = 'person' and not new.programme_id in (select mufakat.coordinated_programmes())
    and not mufakat.acts_for_party(new.programme_id, new.owner_id)
  then perform mufakat.refuse_meeting('a party brings its own matters'); end if;
  return new;
end $$;
create trigger own before insert on agenda_items for each row execute function mufakat.agenda_is_own();

create function mufakat.agenda_of_meeting() returns trigger
language plpgsql security definer set search_path = '' as $$
declare meeting public.meetings;
begin
  if mufakat.kind() is distinct from 'person' then return new; end if;
  select * into meeting from public.meetings m where m.id = new.meeting_id;
  if meeting.state <> 'planned' or not meeting.programme_id in (select mufakat.acting_programmes())
    or not exists (select from public.agenda_items i where i.id = new.item_id and i.programme_id = meeting.programme_id)
  then perform mufakat.refuse_meeting('parties fill the agenda of a meeting that is still to come'); end if;
  return new;
end $$;
create trigger of_meeting before insert on agenda_places for each row execute function mufakat.agenda_of_meeting();

-- A draft is never public; only the coordination team confirms, and only a meeting that was held has minutes.
create function mufakat.minutes_are_kept() returns trigger
language plpgsql security definer set search_path = '' as $$
declare meeting public.meetings;
begin
  if mufakat.kind() is distinct from 'person' then return new; end if;
  select * into meeting from public.meetings m where m.id = new.meeting_id;
  if meeting.state <> 'held' or meeting.programme_id <> new.programme_id
    or not new.programme_id in (select mufakat.acting_programmes())
    or (new.status = 'draft' and new.class = 'public')
    or (new.status = 'confirmed' and not new.programme_id in (select mufakat.coordinated_programmes()))
  then perform mufakat.refuse_meeting('minutes are drafted by members and confirmed by the coordination team'); end if;
  return new;
end $$;
create trigger kept before insert on minutes_versions for each row execute function mufakat.minutes_are_kept();
