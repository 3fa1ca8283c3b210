-- Which records exist and how closed they are is for members; titles and words stay in the records.
do $$
declare tab text;
begin
  foreach tab in array array['classified_records', 'class_changes', 'classifications', 'classification_acts'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    execute format('create policy job_read on %I for select to mufakat_jobs using ((select mufakat.kind()) = ''job'')', tab);
    execute format('grant select on %I to mufakat_app, mufakat_jobs', tab);
  end loop;
  foreach tab in array array['classified_records', 'class_changes'] loop
    execute format('create policy app_read on %I for select to mufakat_app using (programme_id = any (array(select mufakat.member_programmes())))', tab);
  end loop;
  foreach tab in array array['class_changes', 'classifications', 'classification_acts'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function mufakat.refuse_rewrite()', tab);
  end loop;
end $$;
grant select on classification_states to mufakat_app, mufakat_jobs;

-- The decision is read by everyone who sees the programme; where existence itself is protected, by members.
create policy app_read on classifications for select to mufakat_app using (
  (select mufakat.kind()) is not null and programme_id not in (select mufakat.closed_programmes())
  and (not hides_existence or programme_id = any (array(select mufakat.member_programmes()))));
create policy app_read on classification_acts for select to mufakat_app using (
  exists (select from public.classifications c where c.id = classification_id));

-- Programmes and owners for which the actor decides as head.
create function mufakat.headed_owners() returns table (programme_id uuid, organisation_id uuid)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select s.programme_id, s.organisation_id from public.seats s where s.person_id = mufakat.person() and s.role = 'head'
    and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today();
end $$;
create policy app_add on classifications for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and case by_office
    when 'head' then (programme_id, owner_id) in (select h.programme_id, h.organisation_id from mufakat.headed_owners() h)
    else (select mufakat.has_role('information-officer')) end);
create policy app_add on classification_acts for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and act <> 'expire'
  and exists (select from public.classifications c where c.id = classification_id
    and ((c.programme_id, c.owner_id) in (select h.programme_id, h.organisation_id from mufakat.headed_owners() h)
      or (select mufakat.has_role('information-officer')))));
grant insert on classifications, classification_acts to mufakat_app;

-- Sets the class of a record, and of what hangs on it: closed with it, and opened with it only what was closed with it.
create function mufakat.reclassify(record uuid, wanted text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  target public.classified_records;
  child record;
  acting text := current_setting('mufakat.kind', true);
begin
  select * into target from public.classified_records r where r.id = record for update;
  -- who may decide was asked already; the tables' own triggers ask only actors
  perform set_config('mufakat.kind', '', true);
  execute format('update public.%I set class = $1%s where id = $2', target.record_table,
    case when exists (select from information_schema.columns c where c.table_schema = 'public' and c.table_name = target.record_table
      and c.column_name = 'version') then ', version = version + 1' else '' end) using wanted, record;
  for child in select k.conrelid::regclass::text as tab, a.attname as col from pg_catalog.pg_constraint k
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and cardinality(k.conkey) = 1 and k.confrelid = format('public.%I', target.record_table)::regclass
      and k.conrelid <> k.confrelid
      -- what a meeting said of a task is not the task's
      and (k.conrelid <> 'public.agenda_results'::regclass or a.attname = 'meeting_id')
      and k.conrelid in (select o.attrelid from pg_catalog.pg_attribute o where o.attname = 'class' and o.attnum > 0)
  loop
    execute format('update %s set class = $1 where %I = $2 and class is distinct from $1 and (class = $3 or array_position($4, class::text) < array_position($4, $1))', child.tab, child.col)
      using wanted, record, target.class::text, array['public', 'members', 'restricted', 'secret'];
  end loop;
  perform set_config('mufakat.kind', acting, true);
end $$;
revoke execute on function mufakat.reclassify from public;

create function mufakat.classification_is_due() returns trigger
language plpgsql security definer set search_path = '' as $$
declare target public.classified_records;
begin
  if mufakat.kind() is null then return new; end if;
  select * into target from public.classified_records r where r.id = new.record_id for update;
  if target.programme_id <> new.programme_id or target.owner_id <> new.owner_id or target.class <> new.from_class
    or target.kind <> new.record_kind or target.record_table <> new.record_table or new.decided_on <> mufakat.today()
    or (new.from_class = 'secret' and new.to_class <> 'secret')
    or (new.part = 'record' and exists (select from public.classification_states s
      where s.record_id = new.record_id and s.part = 'record' and s.ended_by is null))
  then raise exception 'this classification does not fit its record' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger due before insert on classifications for each row execute function mufakat.classification_is_due();

create function mufakat.classification_made() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if new.part = 'record' and new.to_class = 'restricted' and new.from_class <> 'restricted' and mufakat.kind() is not null
  then perform mufakat.reclassify(new.record_id, 'restricted'); end if;
  return null;
end $$;
create trigger made after insert on classifications for each row execute function mufakat.classification_made();

create function mufakat.classification_act_fits() returns trigger
language plpgsql security definer set search_path = '' as $$
declare given public.classification_states;
begin
  if mufakat.kind() is null then return new; end if;
  -- one act at a time
  perform from public.classifications c where c.id = new.classification_id for update;
  select * into given from public.classification_states s where s.id = new.classification_id;
  if given.ended_by is not null or new.decided_on <> mufakat.today()
    or (new.act = 'confirm' and (given.to_class <> 'secret' or given.in_force or new.created_by = given.created_by))
    or (new.act <> 'confirm' and new.act <> 'declassify' and not given.in_force)
    or (new.act = 'overturn' and new.created_by = given.created_by)
    or (new.act = 'extend' and (given.ends_on is null or new.expires_on <= given.ends_on))
    or (new.review_on <= mufakat.today())
    or (new.act = 'expire' and (given.ends_on is null or given.ends_on >= mufakat.today()))
  then raise exception 'this act does not fit its classification' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger fits before insert on classification_acts for each row execute function mufakat.classification_act_fits();

create function mufakat.classification_acted() returns trigger
language plpgsql security definer set search_path = '' as $$
declare given public.classifications;
begin
  if mufakat.kind() is null then return null; end if;
  select * into given from public.classifications c where c.id = new.classification_id;
  if given.part <> 'record' then return null; end if;
  if new.act = 'confirm' then perform mufakat.reclassify(given.record_id, 'secret'); end if;
  -- a proposal of secret that nobody confirmed closed nothing
  if new.to_class is not null and (given.to_class = 'restricted' or exists (select from public.classification_acts a
      where a.classification_id = given.id and a.act = 'confirm'))
  then perform mufakat.reclassify(given.record_id, new.to_class::text); end if;
  return null;
end $$;
create trigger acted after insert on classification_acts for each row execute function mufakat.classification_acted();

-- The day after its last day a record opens; only the job of that name may ask, and no role of the app writes `expire`.
create function mufakat.expire_classifications(at timestamptz)
returns table (id uuid, programme_id uuid, owner_id uuid, record_id uuid, record_kind text, then_class text, hides_existence boolean)
language plpgsql security definer set search_path = '' as $$
declare due record;
begin
  if mufakat.job() is distinct from 'expire-classifications' or mufakat.kind() is distinct from 'job' then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('expire-classifications', 7));
  for due in select s.* from public.classification_states s where s.ended_by is null and s.in_force and s.ends_on < mufakat.today()
    order by s.ends_on, s.id loop
    insert into public.classification_acts (id, classification_id, act, to_class, decided_on, created_at)
      values (gen_random_uuid(), due.id, 'expire', due.then_class, mufakat.today(), at);
    return query select due.id, due.programme_id, due.owner_id, due.record_id, due.record_kind, due.then_class::text, due.hides_existence;
  end loop;
end $$;
revoke execute on function mufakat.expire_classifications from public;
grant execute on function mufakat.expire_classifications to mufakat_jobs;

-- Where existence itself is protected only a total of the year is told.
create function mufakat.protected_totals(programme uuid) returns table (year integer, count bigint)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null or programme in (select mufakat.closed_programmes()) then return; end if;
  return query select extract(year from c.decided_on)::integer, count(*) from public.classifications c
    where c.programme_id = programme and c.hides_existence group by 1 order by 1 desc;
end $$;

-- Records that a stub stands for, or of which nothing is told.
create function mufakat.records_with_ground(programme uuid) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select s.record_id from public.classification_states s
    where s.programme_id = programme and s.part = 'record' and s.in_force and s.ended_by is null;
end $$;
revoke execute on function mufakat.records_with_ground from public;
create function mufakat.hidden_records(programme uuid) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select c.record_id from public.classifications c where c.programme_id = programme and c.hides_existence
    and not (programme = any (array(select mufakat.member_programmes())));
end $$;
revoke execute on function mufakat.hidden_records from public;

-- Lists tell of each withheld record by its stub, so only those without a ground are still counted; and what happened
-- to a record whose existence is protected is not counted either.
create or replace procedure mufakat.count_withheld(tab text) language plpgsql set search_path = '' as $body$
begin
  execute format($create$
    create or replace function mufakat.%I(programme uuid) returns table (class text, count bigint)
    language plpgsql stable security definer set search_path = '' as $$ begin
      -- Of a programme that is closed to the actor, not even how much is withheld.
      if mufakat.kind() is null or programme in (select mufakat.closed_programmes()) then return; end if;
      return query select t.class::text, count(*) from public.%I t where t.programme_id = programme and t.class <> 'public'
        and not (t.class = 'members' and programme = any (array(select mufakat.member_programmes())))
        and not (t.class = 'restricted' and (programme = any (array(select mufakat.overseen_programmes()))
          or (programme, t.owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o)))
        and not (t.id = any (array(select mufakat.granted_records())))
        and not (%s)
        group by 1;
    end $$ $create$, 'withheld_' || tab, tab,
    case when tab = 'events' then 't.subject_id in (select mufakat.hidden_records(programme))'
      else 't.id in (select mufakat.records_with_ground(programme))' end);
end $body$;
do $$
declare counted text;
begin
  for counted in select substr(p.proname, 10) from pg_catalog.pg_proc p
      where p.pronamespace = 'mufakat'::regnamespace and p.proname like 'withheld\_%' loop
    call mufakat.count_withheld(counted);
  end loop;
end $$;
