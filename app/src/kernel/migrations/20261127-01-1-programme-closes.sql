-- A programme's records are never more open than the programme: who may not see it sees nothing of it, but what they
-- were granted. The closed programmes are asked for once a statement and hashed: with <> all (array(…)) a list of 10,000
-- tasks took 8 ms instead of 1 ms, and 30 ms beside 100 closed programmes.
create index on programmes (class) where class <> 'public';

create function mufakat.closed_programmes() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() = 'job' then
    return query select p.id from public.programmes p where p.class <> 'public' and p.class <> all (array(select mufakat.job_classes()));
  else
    return query select p.id from public.programmes p where p.class <> 'public'
      and not (p.class = 'members' and p.id = any (array(select mufakat.member_programmes())))
      and not (p.class = 'restricted' and (p.id = any (array(select mufakat.overseen_programmes()))
        or (p.id, p.owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o)))
      and not (p.id = any (array(select mufakat.granted_records())));
  end if;
end $$;

-- `except_for`: SQL condition of rows that stay open although their programme is closed.
create procedure mufakat.close_with_programme(tab text, roles text, except_for text default 'false')
language plpgsql set search_path = '' as $body$
declare
  stays text := format('programme_id is null or programme_id not in (select mufakat.closed_programmes()) or %s', except_for);
begin
  execute format('create policy programme_opens on public.%I as restrictive for select to %s using (%s)', tab, roles, stays);
  execute format('create policy programme_opens_change on public.%I as restrictive for update to %s using (%s)', tab, roles, stays);
end $body$;

alter procedure mufakat.protect_records rename to protect_by_class;
create procedure mufakat.protect_records(tab text, changing text[] default '{}', programme text default 'programme_id', author text default 'created_by')
language plpgsql set search_path = '' as $body$ begin
  call mufakat.protect_by_class(tab, changing, programme, author);
  if programme = 'programme_id' then
    call mufakat.close_with_programme(tab, 'mufakat_app, mufakat_jobs', 'id = any (array(select mufakat.granted_records()))');
  end if;
end $body$;

-- Every table that is protected as records by now.
do $$
declare tab text;
begin
  for tab in select c.table_name from information_schema.columns c join pg_catalog.pg_policies p
      on p.schemaname = 'public' and p.tablename = c.table_name and p.policyname = 'job_read' and p.qual like '%job_classes%'
    where c.table_schema = 'public' and c.column_name = 'programme_id' loop
    call mufakat.close_with_programme(tab, 'mufakat_app, mufakat_jobs', 'id = any (array(select mufakat.granted_records()))');
  end loop;
end $$;

-- Who takes part and who acts for whom is seen where the programme is seen; one's own seat always.
call mufakat.close_with_programme('parties', 'mufakat_app');
call mufakat.close_with_programme('seats', 'mufakat_app', 'person_id = (select mufakat.person())');

-- A number is seen where its event is seen. The operator is told only how far they go.
drop policy read_all on event_numbers;
create policy app_read on event_numbers for select to mufakat_app using (exists (select from public.events e where e.id = event_id));
create policy job_read on event_numbers for select to mufakat_jobs using ((select mufakat.kind()) = 'job');
create function mufakat.last_event_number() returns bigint language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.has_role('operator') then return (select coalesce(max(number), 0) from public.event_numbers); end if;
  return null;
end $$;

-- Of a programme that is closed to the actor, not even how much is withheld.
alter function mufakat.withheld(text, uuid) rename to withheld_in_open;
revoke execute on function mufakat.withheld_in_open from public;
create function mufakat.withheld(tab text, programme uuid) returns table (class text, count bigint)
language plpgsql stable security definer set search_path = '' as $$ begin
  if programme in (select mufakat.closed_programmes()) then return; end if;
  return query select w.class, w.count from mufakat.withheld_in_open(tab, programme) w;
end $$;
