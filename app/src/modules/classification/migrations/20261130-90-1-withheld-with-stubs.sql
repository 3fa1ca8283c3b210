-- A list asked twice what it withholds: how many, and which stubs; and the second question, put to a view under the
-- reader's rights, cost a third of what PostgreSQL did for a page. One function a table now answers both, with plans that
-- a connection keeps, and asks for the closed programmes once.
--
-- What stands now, one row a withheld record, kept by trigger from the decisions and acts, which are never rewritten: to
-- work it out from them for each page cost more than all else that a list asks. No role reads it; the functions do.
create table standing_classifications (
  classification_id uuid primary key references classifications,
  programme_id uuid not null references programmes,
  record_table text not null,
  record_id uuid not null,
  hides_existence boolean not null,
  ends_on date,
  next_review_on date not null
);
create index on standing_classifications (programme_id, record_table);
create index on standing_classifications (record_id);
alter table standing_classifications enable row level security;
alter table standing_classifications force row level security;
create policy owner_all on standing_classifications to mufakat_owner using (true) with check (true);

create function mufakat.stand(classification uuid) returns void
language plpgsql security definer set search_path = '' as $$ begin
  delete from public.standing_classifications where classification_id = classification;
  insert into public.standing_classifications
    select s.id, s.programme_id, s.record_table, s.record_id, s.hides_existence, s.ends_on, s.next_review_on
    from public.classification_states s
    where s.id = classification and s.part = 'record' and s.in_force and s.ended_by is null;
end $$;
revoke execute on function mufakat.stand from public;
create function mufakat.classification_stands() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  perform mufakat.stand(case tg_table_name when 'classifications' then (to_jsonb(new) ->> 'id') else (to_jsonb(new) ->> 'classification_id') end::uuid);
  return null;
end $$;
create trigger stands after insert on classifications for each row execute function mufakat.classification_stands();
create trigger stands after insert on classification_acts for each row execute function mufakat.classification_stands();
do $$ begin perform mufakat.stand(id) from public.classifications; end $$;

drop function mufakat.records_with_ground(uuid);

-- The newest stubs among the records given, as a list shows them, and how many there are in all. Of a record whose
-- existence is protected only members are told.
create function mufakat.stubs_of(hidden uuid[], member boolean) returns table (count bigint, stubs jsonb)
language plpgsql stable security definer set search_path = '' as $$ begin
  select count(*) into count from public.standing_classifications s where s.record_id = any (hidden) and (member or not s.hides_existence);
  if count = 0 then return; end if;
  stubs := (select jsonb_agg(to_jsonb(newest)) from (
    select c.id, p.slug, c.label, c.lang, c.ground, c.other_law, c.harm,
      case c.by_office when 'head' then o.name else 'PPID, ' || o.name end as decided_by, c.decided_on,
      s.ends_on, c.ends_when, s.next_review_on, c.stays_open, c.appeal_to
    from public.standing_classifications s join public.classifications c on c.id = s.classification_id
      join public.programmes p on p.id = c.programme_id join public.organisations o on o.id = c.owner_id
    where s.record_id = any (hidden) and (member or not s.hides_existence)
    order by c.decided_on desc, c.id desc limit 3) newest);
  return next;
end $$;
revoke execute on function mufakat.stubs_of from public;

-- One row a class, of the records without a ground; and, without a class, one row of those that a stub stands for. How
-- the actor stands to the programme is asked once, and of a visitor not at all.
create or replace procedure mufakat.count_withheld(tab text) language plpgsql set search_path = '' as $body$
declare
  hidden text := $hidden$t.class <> 'public' and not (t.class = 'members' and member)
        and not (t.class = 'restricted' and (overseer or t.owner_id = any (owners))) and not (t.id = any (granted))$hidden$;
begin
  execute format($create$
    create function mufakat.%1$I(programme uuid) returns table (class text, count bigint, stubs jsonb)
    language plpgsql stable security definer set search_path = '' as $$
    declare
      member boolean := false;
      overseer boolean := false;
      owners uuid[] := '{}';
      granted uuid[] := '{}';
      grounded uuid[];
      kept uuid[];
    begin
      -- Of a programme that is closed to the actor, not even how much is withheld.
      if mufakat.kind() is null or programme in (select mufakat.closed_programmes()) then return; end if;
      if mufakat.person() is not null then
        member := programme in (select mufakat.member_programmes());
        overseer := programme in (select mufakat.overseen_programmes());
        owners := array(select o.organisation_id from mufakat.owner_seats() o where o.programme_id = programme);
        granted := array(select mufakat.granted_records());
      end if;
      grounded := array(%3$s);
      return query select t.class::text, count(*), null::jsonb from public.%2$I t where t.programme_id = programme
        and %4$s and (t.%5$I = any (grounded)) is not true group by 1;
      if cardinality(grounded) = 0 then return; end if;
      %6$s
    end $$ $create$, 'withheld_' || tab, tab,
    case tab when 'events' then 'select mufakat.hidden_records(programme)'
      else format('select s.record_id from public.standing_classifications s where s.programme_id = programme and s.record_table = %L', tab) end,
    hidden, case tab when 'events' then 'subject_id' else 'id' end,
    -- what happened to a record whose existence is protected is not told at all
    case tab when 'events' then '' else format(
      'kept := array(select t.id from public.%I t where t.id = any (grounded) and %s);
      if cardinality(kept) = 0 then return; end if;
      return query select null::text, s.count, s.stubs from mufakat.stubs_of(kept, member) s;', tab, hidden) end);
end $body$;
do $$
declare counted text;
begin
  for counted in select substr(p.proname, 10) from pg_catalog.pg_proc p
      where p.pronamespace = 'mufakat'::regnamespace and p.proname like 'withheld\_%' loop
    execute format('drop function mufakat.%I(uuid)', 'withheld_' || counted);
    call mufakat.count_withheld(counted);
  end loop;
end $$;
