-- Reads of secret records by someone who held no grant for it at that time; only an evaluation may ask, and it is told
-- which records and how often, never who.
create function mufakat.secret_reads(programme uuid, first_day date, last_day date) returns table (record_id uuid, times bigint)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is distinct from 'job' then return; end if;
  return query select e.subject_id, count(*) from public.events e
    where e.programme_id = programme and e.name = 'record.read' and e.class = 'secret'
      and (e.at at time zone 'Asia/Jakarta')::date between first_day and last_day
      and not exists (select from public.grants g where g.record_id = e.subject_id and g.person_id = e.person_id
        and g.created_at <= e.at and g.until >= (e.at at time zone 'Asia/Jakarta')::date)
    group by 1 order by 1;
end $$;
revoke execute on function mufakat.secret_reads from public;
grant execute on function mufakat.secret_reads to mufakat_jobs;
