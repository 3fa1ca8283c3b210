-- What a party offers the others: a place, equipment, data, staff time, a system. An offer is never rewritten; that it is
-- paused, offered again or withdrawn is a row beside it.
create table resources (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the party that offers it
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  kind text not null check (kind in ('place', 'equipment', 'data', 'staff-time', 'system')),
  title text not null check (length(title) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  description text not null default '' check (length(description) <= 4000),
  quantity integer not null check (quantity between 1 and 1000000000),
  unit text not null check (length(unit) between 1 and 60),
  available_from date not null,
  -- null: until it is withdrawn
  available_until date,
  -- follows from the rows beside it (trigger)
  state text not null default 'offered' check (state in ('offered', 'paused', 'withdrawn')),
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  check (available_until >= available_from)
);
create index on resources (programme_id, kind);
call mufakat.protect_records('resources', '{version}');

create table resource_moves (
  id uuid primary key,
  resource_id uuid not null references resources,
  to_state text not null check (to_state in ('paused', 'offered', 'withdrawn')),
  because text not null check (length(because) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid
);
create index on resource_moves (resource_id, created_at);
call mufakat.protect_details('resource_moves', 'resources', 'resource_id');

create function mufakat.resource_offered() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.state := 'offered';
  if session_user <> 'mufakat_app' then return new; end if;
  if new.class not in ('public', 'members') then perform mufakat.refuse('not-new', tg_table_name); end if;
  if not mufakat.answers_for(new.programme_id, new.owner_id)
    or not exists (select from public.parties p where p.programme_id = new.programme_id and p.organisation_id = new.owner_id)
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  return new;
end $$;
create trigger offered before insert on resources for each row execute function mufakat.resource_offered();

create function mufakat.resource_moved() returns trigger language plpgsql security definer set search_path = '' as $$
declare r public.resources;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.resource_id::text, 7));
  select * into r from public.resources x where x.id = new.resource_id;
  if session_user = 'mufakat_app' and not mufakat.answers_for(r.programme_id, r.owner_id)
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  if r.state = 'withdrawn' or r.state = new.to_state then perform mufakat.refuse('no-move', tg_table_name); end if;
  update public.resources set state = new.to_state where id = r.id;
  return new;
end $$;
create trigger moved before insert on resource_moves for each row execute function mufakat.resource_moved();

call mufakat.open_to_discussion('resources', 'resource');
call mufakat.open_to_documents('resources', 'resource');
call mufakat.open_to_classification('resources', 'resource');
