-- Entries of closed events can be opened in parts: what a public entry would have said (`told`), when, by whom, and the
-- rest. Of rows from before (`form` 1) the whole event is one commitment, who and when with it, so it is never published.
alter table log_seeds add column form smallint not null default 1;
alter table log_seeds alter column form set default 2;
create index on log_seeds (number) where not open;

-- Like log_split only called by functions below, under their search path.
create function mufakat.log_told(e public.events, subject uuid, payload jsonb) returns text language sql stable as $$
  select jsonb_build_object('name', e.name, 'programme', e.programme_id, 'owner', e.owner_id,
    'subject', jsonb_build_object('kind', e.subject_kind, 'id', subject, 'version', e.subject_version),
    'day', (e.at at time zone 'Asia/Jakarta')::date, 'payload', payload)::text
$$;
create function mufakat.log_rest(e public.events, rest text) returns text language sql stable as $$
  select jsonb_build_object('id', e.id, 'rest', rest::jsonb)::text
$$;

create or replace function mufakat.log_rows(after bigint, most integer, numbers bigint[], seeds bytea[]) returns table (
  number bigint, open boolean, name text, programme_id uuid, owner_id uuid, subject_kind text, subject_id uuid,
  subject_version integer, day date, payload jsonb, c text[])
language plpgsql stable security definer set search_path = '' as $$ begin
  return query
  select n.number, s.open, v.name, v.programme_id, v.owner_id, v.subject_kind, case when s.open then split.subject end, v.subject_version,
    (v.at at time zone 'Asia/Jakarta')::date, case when s.open then split.payload end,
    case when k.seed is not null then
    (select array_agg(one order by one collate "C") from unnest(case
      when s.open then array[mufakat.log_field(n.number, k.seed, 'id', e.id::text), mufakat.log_field(n.number, k.seed, 'at', mufakat.log_time(e.at)),
        mufakat.log_field(n.number, k.seed, 'actor', coalesce(e.person_id::text, e.job, '')), mufakat.log_field(n.number, k.seed, 'rest', split.rest)]
      -- as many as a public event has, so that nothing tells them apart
      when s.form = 2 then array[mufakat.log_field(n.number, k.seed, 'told', mufakat.log_told(e, split.subject, split.payload)),
        mufakat.log_field(n.number, k.seed, 'at', mufakat.log_time(e.at)),
        mufakat.log_field(n.number, k.seed, 'actor', coalesce(e.person_id::text, e.job, '')),
        mufakat.log_field(n.number, k.seed, 'rest', mufakat.log_rest(e, split.rest))]
      else array[mufakat.log_field(n.number, k.seed, 'event', mufakat.log_whole(e)), encode(mufakat.log_salt(k.seed, 'decoy/1'), 'base64'),
        encode(mufakat.log_salt(k.seed, 'decoy/2'), 'base64'), encode(mufakat.log_salt(k.seed, 'decoy/3'), 'base64')] end) one) end
  from public.event_numbers n join public.log_seeds s on s.number = n.number join public.events e on e.id = n.event_id
  left join unnest(numbers, seeds) g(number, seed) on g.number = n.number
  cross join lateral (select coalesce(g.seed, case when coalesce(cardinality(s.subjects), 0) = 0 then s.seed end) as seed) k
  left join public.events v on s.open and v.id = e.id
  left join lateral mufakat.log_split(e) split on s.open or s.form = 2
  where n.number > after and n.number <= after + most
  order by n.number;
end $$;

-- A closed event is open to everyone once its record is, if it was closed because the record was; so is one of a programme
-- that was closed. Who and when stay as little told as of any public event.
create function mufakat.log_is_opened(e public.events) returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  if e.programme_id is not null and exists (select from public.programmes p where p.id = e.programme_id and p.class <> 'public') then return false; end if;
  return e.class = 'public' or e.class in ('restricted', 'secret') and exists (select from public.classified_records r
    where r.id = e.subject_id and r.kind = e.subject_kind and r.class = 'public'
      and exists (select from public.class_changes h where h.record_id = r.id and h.to_class = e.class));
end $$;
-- Whoever may read the event, or holds a grant for the record that it is about.
create function mufakat.log_may_read(e public.events) returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  return mufakat.person() is not null and coalesce(mufakat.may_read(e.programme_id, e.owner_id, e.class::text, e.subject_id), false);
end $$;

-- Numbers of closed entries that are open by now, in order: for everyone, and for the replay of the log.
create function mufakat.log_opened(after bigint, most bigint) returns table (number bigint, masked bytea, subjects uuid[])
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null then return; end if;
  return query select s.number, case when cardinality(s.subjects) > 0 then s.seed end, s.subjects from public.log_seeds s
    join public.event_numbers n on n.number = s.number join public.events e on e.id = n.event_id
    where s.number > after and not s.open and s.form = 2 and s.seed is not null and mufakat.log_is_opened(e) order by s.number limit most;
end $$;
create function mufakat.log_openings(numbers bigint[], seeds bytea[]) returns table (number bigint, salt bytea, value text)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null then return; end if;
  return query select s.number, mufakat.log_salt(k.seed, 'told'), mufakat.log_told(e, split.subject, split.payload)
    from unnest(numbers, seeds) g(number, seed) join public.log_seeds s on s.number = g.number
    join public.event_numbers n on n.number = s.number join public.events e on e.id = n.event_id
    cross join lateral (select coalesce(g.seed, case when coalesce(cardinality(s.subjects), 0) = 0 then s.seed end) as seed) k
    cross join lateral mufakat.log_split(e) split
    where not s.open and s.form = 2 and k.seed is not null and mufakat.log_is_opened(e) order by s.number;
end $$;

create or replace function mufakat.log_masked_for(wanted bigint) returns table (masked bytea, subjects uuid[])
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select s.seed, s.subjects from public.log_seeds s
    join public.event_numbers n on n.number = s.number join public.events e on e.id = n.event_id
    where s.number = wanted and cardinality(s.subjects) > 0 and s.seed is not null and mufakat.kind() is not null
      and (mufakat.log_may_read(e) or not s.open and mufakat.log_is_opened(e));
end $$;
-- What may be told of one event, with the record that it is about, so that the read of a closed one leaves its own event.
drop function mufakat.log_disclosures(bigint, bytea);
create function mufakat.log_disclosures(wanted bigint, opened bytea) returns table (name text, salt bytea, value text,
  record uuid, class public.record_class, programme_id uuid, owner_id uuid)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null then return; end if;
  return query select f.name, mufakat.log_salt(k.seed, f.name), f.value, e.subject_id,
      case when who.opened then 'public'::public.record_class else e.class end, e.programme_id, e.owner_id
    from public.event_numbers n join public.log_seeds s on s.number = n.number join public.events e on e.id = n.event_id
    cross join lateral (select case when coalesce(cardinality(s.subjects), 0) = 0 then s.seed else opened end as seed) k
    cross join lateral (select mufakat.log_may_read(e) as reads, mufakat.log_may_read(e) and mufakat.sees_acts() as sees,
      -- of residents nobody is told even the id
      e.person_id is null or e.person_id in (select mufakat.public_people()) as known,
      not s.open and mufakat.log_is_opened(e) as opened) who
    left join lateral mufakat.log_split(e) split on not s.open
    cross join lateral (values
      ('told', case when not s.open and s.form = 2 and (who.reads or who.opened) then mufakat.log_told(e, split.subject, split.payload) end),
      ('event', case when not s.open and s.form = 1 and who.sees and who.known then mufakat.log_whole(e) end),
      ('id', case when s.open and who.sees then e.id::text end),
      ('at', case when (s.open or s.form = 2) and who.sees then mufakat.log_time(e.at) end),
      ('actor', case when (s.open or s.form = 2) and who.sees and who.known then coalesce(e.person_id::text, e.job, '') end)) f(name, value)
    where n.number = wanted and f.value is not null and k.seed is not null;
end $$;

-- Events of one record, as far as this reader may see that they happened.
create function mufakat.log_events_of(record uuid) returns table (number bigint, name text, class public.record_class,
  programme_id uuid, owner_id uuid, happened timestamptz, opened boolean)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null then return; end if;
  return query select n.number, e.name, case when o.opened then 'public'::public.record_class else e.class end, e.programme_id, e.owner_id,
      e.at, o.opened from public.events e
    left join public.event_numbers n on n.event_id = e.id left join public.log_seeds s on s.number = n.number
    cross join lateral (select coalesce(not s.open and s.form = 2 and mufakat.log_is_opened(e), false) as opened) o
    where e.subject_id = record and (o.opened or mufakat.may_read(e.programme_id, e.owner_id, e.class::text, e.subject_id));
end $$;
revoke execute on function mufakat.log_told, mufakat.log_rest, mufakat.log_is_opened, mufakat.log_may_read, mufakat.log_opened,
  mufakat.log_openings, mufakat.log_disclosures, mufakat.log_events_of from public;
grant execute on function mufakat.log_disclosures, mufakat.log_events_of to mufakat_app;
grant execute on function mufakat.log_opened, mufakat.log_openings to mufakat_app, mufakat_jobs;
