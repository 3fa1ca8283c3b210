-- A programme's last number is found by the index however many events there are. Under row-level security PostgreSQL takes
-- coalesce() for a function that could leak what it is given, and so does not see that one value of it leaves the index in
-- the wanted order: unless both columns of the index are named in "order by", it sorted every event there ever was, for
-- each new one and for each page that a visitor asked for.
create or replace function mufakat.number_events(most integer) returns integer language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare done integer;
begin
  -- Up to an arrival, and not "in": what is planned while the table is empty is right for a thousand rows, too.
  with taken as (
    delete from public.pending_events where arrival <= (
      select max(arrival) from (select arrival from public.pending_events order by arrival limit most) oldest)
    returning arrival, event_id, programme_id, coalesce(programme_id, '00000000-0000-0000-0000-000000000000') as counted
  ), last as (select coalesce(max(number), 0) as number from public.event_numbers),
  before as materialized (
    select t.counted, coalesce((select n.programme_number from public.event_numbers n
      where coalesce(n.programme_id, '00000000-0000-0000-0000-000000000000') = t.counted
      order by coalesce(n.programme_id, '00000000-0000-0000-0000-000000000000') desc, n.programme_number desc limit 1), 0) as number
    from taken t group by t.counted
  ), numbered as (
    select l.number + row_number() over (order by t.arrival) as number, t.event_id, t.programme_id,
      b.number + row_number() over (partition by t.counted order by t.arrival) as programme_number
    from taken t join before b using (counted), last l
  )
  insert into public.event_numbers select number, event_id, programme_id, programme_number from numbered;
  get diagnostics done = row_count;
  return done;
end $$;

create or replace function mufakat.event_counts(programmes uuid[]) returns table (programme_id uuid, events bigint)
language sql stable security definer set search_path = '' as $$
  select p, coalesce((select n.programme_number from public.event_numbers n
      where coalesce(n.programme_id, '00000000-0000-0000-0000-000000000000') = p
      order by coalesce(n.programme_id, '00000000-0000-0000-0000-000000000000') desc, n.programme_number desc limit 1), 0)
    + (select count(*) from public.pending_events e where coalesce(e.programme_id, '00000000-0000-0000-0000-000000000000') = p)
  from unnest(programmes) p
$$;
