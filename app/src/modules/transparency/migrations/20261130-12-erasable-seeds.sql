-- Seeds that an erasure reaches, in every copy (docs/decisions/2026-11-28-keys-and-erasure.md). What stands here of an event
-- that concerns natural persons is its seed masked under the key of each, which is in the keys database: without all of
-- them it is chance. `subjects`: whose keys; null: a row from before, still to be masked. Erased rows stay, empty.
alter table log_seeds alter column seed drop not null, add column subjects uuid[], add column erased_at timestamptz,
  add check ((seed is null) = (erased_at is not null));
create index on log_seeds using gin (subjects);
create index on log_seeds (number) where subjects is null;

-- Whom an event concerns as a natural person: who acted or is named, unless under a seat of that programme or an office
-- (acts of office are kept: archives), and the requester of an information request, who is not named in it.
-- Like log_split only called by functions below, under their search path, so that it is inlined; each id is looked up by its key.
create function mufakat.log_concerned(e public.events) returns table (subjects uuid[]) language sql stable as $$
  select coalesce(array_agg(distinct c.id order by c.id), '{}')
  from unnest(array[e.person_id, e.subject_id] || case when e.payload::text ~ '[0-9a-f]{8}-[0-9a-f]{4}' then array(
    select m[1]::uuid from regexp_matches(e.payload::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') m) end) c(id)
  where e.subject_kind = 'information-request' and e.person_id is null and e.job is null and c.id = e.subject_id
    or exists (select from public.people p where p.id = c.id)
      and not exists (select from public.seats s where s.person_id = c.id and s.programme_id = e.programme_id)
      and not (c.id = e.person_id and c.id <> e.subject_id and mufakat.acts_officially(c.id, (e.at at time zone 'Asia/Jakarta')::date))
$$;

drop function mufakat.log_rows(bigint, integer);
-- Makes the seeds of these events, and tells which of them are masked by whose keys. Commit before anything is signed.
create function mufakat.log_masked(after bigint, most integer) returns table (number bigint, masked bytea, subjects uuid[])
language plpgsql volatile security definer set search_path = '' as $$ begin
  insert into public.log_seeds select n.number, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
      e.class = 'public' and coalesce(p.class, 'public') = 'public', c.subjects
    from public.event_numbers n join public.events e on e.id = n.event_id left join public.programmes p on p.id = e.programme_id
    cross join lateral mufakat.log_concerned(e) c
    where n.number > after and n.number <= after + most
      and not exists (select from public.log_seeds s where s.number = n.number)
    on conflict do nothing;
  return query select s.number, s.seed, s.subjects from public.log_seeds s
    where s.number > after and s.number <= after + most and cardinality(s.subjects) > 0 and s.seed is not null;
end $$;

-- What each numbered event says in the log. `numbers` and `seeds`: of those that are masked, as the keys opened them.
-- Everything but the commitments is null for an event that is not public: its content is hashed here and never leaves.
-- The commitments are null where the seed was erased, or its key.
create function mufakat.log_rows(after bigint, most integer, numbers bigint[], seeds bytea[]) returns table (
  number bigint, open boolean, name text, programme_id uuid, owner_id uuid, subject_kind text, subject_id uuid,
  subject_version integer, day date, payload jsonb, c text[])
language plpgsql stable security definer set search_path = '' as $$ begin
  return query
  select n.number, s.open, v.name, v.programme_id, v.owner_id, v.subject_kind, split.subject, v.subject_version,
    (v.at at time zone 'Asia/Jakarta')::date, split.payload,
    case when k.seed is not null then
    (select array_agg(one order by one collate "C") from unnest(case when s.open
      then array[mufakat.log_field(n.number, k.seed, 'id', e.id::text), mufakat.log_field(n.number, k.seed, 'at', mufakat.log_time(e.at)),
        mufakat.log_field(n.number, k.seed, 'actor', coalesce(e.person_id::text, e.job, '')), mufakat.log_field(n.number, k.seed, 'rest', split.rest)]
      -- of four, as many as a public event has, three are chance
      else array[mufakat.log_field(n.number, k.seed, 'event', mufakat.log_whole(e)), encode(mufakat.log_salt(k.seed, 'decoy/1'), 'base64'),
        encode(mufakat.log_salt(k.seed, 'decoy/2'), 'base64'), encode(mufakat.log_salt(k.seed, 'decoy/3'), 'base64')] end) one) end
  from public.event_numbers n join public.log_seeds s on s.number = n.number join public.events e on e.id = n.event_id
  left join unnest(numbers, seeds) g(number, seed) on g.number = n.number
  cross join lateral (select coalesce(g.seed, case when coalesce(cardinality(s.subjects), 0) = 0 then s.seed end) as seed) k
  left join public.events v on s.open and v.id = e.id
  left join lateral mufakat.log_split(e) split on s.open
  where n.number > after and n.number <= after + most
  order by n.number;
end $$;

-- Rows from before: the seed as it is, and whose keys are to mask it.
create function mufakat.log_unmasked(most integer) returns table (number bigint, seed bytea, subjects uuid[])
language plpgsql volatile security definer set search_path = '' as $$ begin
  return query select s.number, s.seed, c.subjects from public.log_seeds s
    join public.event_numbers n on n.number = s.number join public.events e on e.id = n.event_id
    cross join lateral mufakat.log_concerned(e) c
    where s.subjects is null order by s.number limit most for update of s;
end $$;
-- Null in `masked`: a key is destroyed, so the seed is too.
create function mufakat.mask_log_seeds(numbers bigint[], masked bytea[], at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$ begin
  update public.log_seeds s set seed = g.masked, erased_at = case when g.masked is null then at end,
    subjects = (select c.subjects from public.event_numbers n join public.events e on e.id = n.event_id
      cross join lateral mufakat.log_concerned(e) c where n.number = s.number)
  from unnest(numbers, masked) g(number, masked) where s.number = g.number and s.subjects is null;
end $$;

-- Erases the seeds of every event that concerns a subject; returns how many there were.
create function mufakat.erase_log_seeds(subject uuid, at timestamptz) returns integer
language plpgsql security definer set search_path = '' as $$
declare gone integer;
begin
  if coalesce(mufakat.kind(), '') <> 'job' then raise exception 'seeds are erased by a job' using errcode = 'insufficient_privilege'; end if;
  update public.log_seeds s set seed = null, erased_at = at where s.subjects @> array[subject] and s.seed is not null;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function mufakat.log_concerned, mufakat.log_masked, mufakat.log_rows, mufakat.log_unmasked, mufakat.mask_log_seeds, mufakat.erase_log_seeds from public;
grant execute on function mufakat.log_masked, mufakat.log_rows, mufakat.log_unmasked, mufakat.mask_log_seeds, mufakat.erase_log_seeds to mufakat_jobs;

-- Disclosures, with the seed of a masked event as the keys opened it for this reader.
drop function mufakat.log_disclosures(bigint);
create function mufakat.log_masked_for(wanted bigint) returns table (masked bytea, subjects uuid[])
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null or not mufakat.sees_acts() then return; end if;
  return query select s.seed, s.subjects from public.log_seeds s
    join public.event_numbers n on n.number = s.number join public.events e on e.id = n.event_id
    where s.number = wanted and cardinality(s.subjects) > 0 and s.seed is not null
      and (e.programme_id is null or e.programme_id not in (select mufakat.closed_programmes()))
      and (e.class = 'public' or e.class = 'members' and e.programme_id in (select mufakat.member_programmes()));
end $$;
create function mufakat.log_disclosures(wanted bigint, opened bytea) returns table (name text, salt bytea, value text)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null or not mufakat.sees_acts() then return; end if;
  return query select f.name, mufakat.log_salt(k.seed, f.name), f.value
    from public.event_numbers n join public.log_seeds s on s.number = n.number join public.events e on e.id = n.event_id
    cross join lateral (select case when coalesce(cardinality(s.subjects), 0) = 0 then s.seed else opened end as seed) k
    -- of residents nobody is told even the id
    cross join lateral (select e.person_id is null or e.person_id in (select mufakat.public_people()) as known) actor
    cross join lateral (values ('event', case when not s.open and actor.known then mufakat.log_whole(e) end),
      ('id', case when s.open then e.id::text end), ('at', case when s.open then mufakat.log_time(e.at) end),
      ('actor', case when s.open and actor.known then coalesce(e.person_id::text, e.job, '') end)) f(name, value)
    where n.number = wanted and f.value is not null and k.seed is not null
      and (e.programme_id is null or e.programme_id not in (select mufakat.closed_programmes()))
      and (e.class = 'public' or e.class = 'members' and e.programme_id in (select mufakat.member_programmes()));
end $$;
revoke execute on function mufakat.log_masked_for, mufakat.log_disclosures from public;
grant execute on function mufakat.log_masked_for, mufakat.log_disclosures to mufakat_app;
