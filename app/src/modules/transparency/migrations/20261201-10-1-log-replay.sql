-- What the replay of the log has to know beyond it (docs/decisions/2026-11-28-log-replay.md): ids and numbers, nothing else.
-- Events about these records that the first `size` entries do not tell in words: closed ones by their number, and later
-- ones without. `by`: where an event names the record: subject, programme, or a field of its payload.
create function mufakat.log_untold(ids uuid[], names text[], by text, size bigint) returns table (id uuid, number bigint)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.job() is distinct from 'log-replay' then return; end if;
  return query select k.id, case when n.number <= size then n.number end
    from (select e.id as event, e.subject_id as id from public.events e
        where by = 'subject' and e.subject_id = any (ids) and e.name = any (names)
      union all select e.id, e.programme_id from public.events e
        where by = 'programme' and e.programme_id = any (ids) and e.name = any (names)
      union all select e.id, (e.payload ->> by)::uuid from public.events e
        where by not in ('subject', 'programme') and e.name = any (names) and e.payload ->> by = any (ids::text[])) k
      left join public.event_numbers n on n.event_id = k.event left join public.log_seeds s on s.number = n.number
    where n.number is null or n.number > size or not s.open;
end $$;

-- Which of these records are there at all, open or closed: of the others the rows are gone.
create function mufakat.log_standing(tab text, ids uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.job() is distinct from 'log-replay' then return; end if;
  return query execute format('select t.id from public.%I t where t.id = any ($1)', tab) using ids;
end $$;
revoke execute on function mufakat.log_untold, mufakat.log_standing from public;
grant execute on function mufakat.log_untold, mufakat.log_standing to mufakat_jobs;
