-- The public log: docs/decisions/2026-11-27-public-log.md. Event number n is entry n - 1. What was written never changes.
create table log_identity (
  origin text primary key,
  vkey text not null,
  started_at timestamptz not null
);
-- one log an installation, for ever
create unique index on log_identity ((true));
create trigger append_only before update or delete or truncate on log_identity for each statement execute function mufakat.refuse_rewrite();

create table log_entries (
  position bigint primary key check (position >= 0),
  entry bytea not null check (octet_length(entry) < 65536)
);
create trigger append_only before update or delete or truncate on log_entries for each statement execute function mufakat.refuse_rewrite();

-- An unfinished tile grows at its end and nowhere else.
create table log_tiles (
  level integer,
  position bigint,
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, position)
);
create function mufakat.tile_grows() returns trigger language plpgsql set search_path = '' as $$ begin
  if (new.level, new.position) is distinct from (old.level, old.position)
    or substring(new.hashes for octet_length(old.hashes)) is distinct from old.hashes
  then raise exception 'tile %/%: a hash that was written never changes', old.level, old.position using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger grows before update on log_tiles for each row execute function mufakat.tile_grows();
create trigger stays before delete or truncate on log_tiles for each statement execute function mufakat.refuse_rewrite();

-- The writer's own: which tree is decided, and then signed.
create table log_states (
  name text primary key,
  value bytea not null
);

-- The last published checkpoint of each day; the newest is what readers see. `witnessed`: the last one that others cosigned.
create table log_days (
  id uuid primary key,
  day date not null unique,
  size bigint not null,
  root bytea not null,
  checkpoint bytea not null,
  published_at timestamptz not null,
  witnessed bytea,
  witnessed_size bigint,
  witnessed_at timestamptz
);
create function mufakat.log_day_grows() returns trigger language plpgsql set search_path = '' as $$ begin
  if new.day <> old.day or new.size < old.size or (new.size = old.size and new.root <> old.root)
    or new.witnessed_size is distinct from old.witnessed_size and new.witnessed_size < old.witnessed_size
  then raise exception 'log day %: a log only grows', old.day using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger grows before update on log_days for each row execute function mufakat.log_day_grows();
create trigger stays before delete or truncate on log_days for each statement execute function mufakat.refuse_rewrite();

-- What hides the fields that an entry only commits to: no role reads it; without it nothing can be found by trying.
-- `open`: the event was public when it was logged, and stays so in the log whatever becomes of its programme.
create table log_seeds (
  number bigint primary key references event_numbers,
  seed bytea not null check (octet_length(seed) = 32),
  open boolean not null
);

do $$
declare tab text;
begin
  foreach tab in array array['log_identity', 'log_entries', 'log_tiles', 'log_states', 'log_days', 'log_seeds'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    continue when tab = 'log_seeds';
    execute format('create policy job_read on %I for select to mufakat_jobs using ((select mufakat.kind()) = ''job'')', tab);
    -- Among the jobs, too, only the log's own writes it.
    execute format('create policy job_add on %I for insert to mufakat_jobs with check ((select mufakat.job()) = ''public-log'')', tab);
    execute format('create policy job_change on %I for update to mufakat_jobs using ((select mufakat.job()) = ''public-log'')', tab);
    execute format('grant select, insert on %I to mufakat_jobs', tab);
    continue when tab = 'log_states';
    execute format('create policy app_read on %I for select to mufakat_app using ((select mufakat.kind()) is not null)', tab);
    execute format('grant select on %I to mufakat_app', tab);
  end loop;
end $$;
grant update (hashes) on log_tiles to mufakat_jobs;
grant update (value) on log_states to mufakat_jobs;
grant update (size, root, checkpoint, published_at, witnessed, witnessed_size, witnessed_at) on log_days to mufakat_jobs;

-- The functions below are only called by log_rows, under its search path. Without one of their own, and stable, they are
-- inlined: 1,000 events took 200 ms otherwise.
create function mufakat.log_salt(seed bytea, name text) returns bytea language sql stable as
$$ select sha256('mufakat/salt/v1'::bytea || '\x00'::bytea || seed || convert_to(name, 'UTF8')) $$;
-- Commitment to a field, as packages/transparency-log computes it (README, "Commitments"), in base64.
create function mufakat.log_field(number bigint, seed bytea, name text, value text) returns text language sql stable as $$
  select encode(sha256('mufakat/field/v1'::bytea || '\x00'::bytea
    || int2send(octet_length('event/' || number)::smallint) || convert_to('event/' || number, 'UTF8')
    || int2send(octet_length(name)::smallint) || convert_to(name, 'UTF8')
    || mufakat.log_salt(seed, name) || int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8')), 'base64')
$$;
create function mufakat.log_time(at timestamptz) returns text language sql stable as
$$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
-- An event that is not public, as one field.
create function mufakat.log_whole(e public.events) returns text language sql stable as $$
  select jsonb_build_object('id', e.id, 'name', e.name, 'programme', e.programme_id, 'owner', e.owner_id, 'class', e.class,
    'subject', jsonb_build_array(e.subject_kind, e.subject_id, e.subject_version), 'actor', coalesce(e.person_id::text, e.job),
    'at', mufakat.log_time(e.at), 'payload', e.payload)::text
$$;

-- What of a public event is told, and what is not because it names a person or is too long for a log.
create function mufakat.log_split(e public.events) returns table (subject uuid, payload jsonb, rest text) language sql stable as $$
  select case when not s.person then e.subject_id end, coalesce(p.told, '{}'),
    jsonb_build_object('subject', case when s.person then e.subject_id end, 'payload', p.kept)::text
  from (select exists (select from public.people x where x.id = e.subject_id) as person) s
  cross join lateral (
    select jsonb_object_agg(q.key, q.value) filter (where not c.closed) as told, jsonb_object_agg(q.key, q.value) filter (where c.closed) as kept
    from jsonb_each(e.payload) q cross join lateral (select octet_length(e.payload::text) > 16384
      or q.value::text ~ '[0-9a-f]{8}-[0-9a-f]{4}' and exists (
        select from regexp_matches(q.value::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') m
        join public.people x on x.id = m[1]::uuid) as closed) c) p
$$;
-- What each numbered event says in the log. Everything but the commitments is null for an event that is not public:
-- its content is hashed here and never leaves. Makes the seeds; commit before anything of it is written or signed.
create function mufakat.log_rows(after bigint, most integer) returns table (
  number bigint, open boolean, name text, programme_id uuid, owner_id uuid, subject_kind text, subject_id uuid,
  subject_version integer, day date, payload jsonb, c text[])
language plpgsql volatile security definer set search_path = '' as $$ begin
  insert into public.log_seeds select n.number, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
      e.class = 'public' and coalesce(p.class, 'public') = 'public'
    from public.event_numbers n join public.events e on e.id = n.event_id left join public.programmes p on p.id = e.programme_id
    where n.number > after and n.number <= after + most
      and not exists (select from public.log_seeds s where s.number = n.number)
    on conflict do nothing;
  return query
  select n.number, s.open, v.name, v.programme_id, v.owner_id, v.subject_kind, split.subject, v.subject_version,
    (v.at at time zone 'Asia/Jakarta')::date, split.payload,
    (select array_agg(one order by one collate "C") from unnest(case when s.open
      then array[mufakat.log_field(n.number, s.seed, 'id', e.id::text), mufakat.log_field(n.number, s.seed, 'at', mufakat.log_time(e.at)),
        mufakat.log_field(n.number, s.seed, 'actor', coalesce(e.person_id::text, e.job, '')), mufakat.log_field(n.number, s.seed, 'rest', split.rest)]
      -- of four, as many as a public event has, three are chance
      else array[mufakat.log_field(n.number, s.seed, 'event', mufakat.log_whole(e)), encode(mufakat.log_salt(s.seed, 'decoy/1'), 'base64'),
        encode(mufakat.log_salt(s.seed, 'decoy/2'), 'base64'), encode(mufakat.log_salt(s.seed, 'decoy/3'), 'base64')] end) one)
  from public.event_numbers n join public.log_seeds s on s.number = n.number join public.events e on e.id = n.event_id
  left join public.events v on s.open and v.id = e.id
  left join lateral mufakat.log_split(e) split on s.open
  where n.number > after and n.number <= after + most
  order by n.number;
end $$;
revoke execute on function mufakat.log_rows, mufakat.log_split, mufakat.log_whole, mufakat.log_field, mufakat.log_salt from public;
grant execute on function mufakat.log_rows to mufakat_jobs;
