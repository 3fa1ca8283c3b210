-- What a list withholds was counted by SQL that was put together, parsed and planned for each page: a third of the
-- database's work for a list. Each table of records now has a function of its own, whose plan a connection keeps.
create procedure mufakat.count_withheld(tab text) language plpgsql set search_path = '' as $body$ begin
  execute format($create$
    create function mufakat.%I(programme uuid) returns table (class text, count bigint)
    language plpgsql stable security definer set search_path = '' as $$ begin
      -- Of a programme that is closed to the actor, not even how much is withheld.
      if mufakat.kind() is null or programme in (select mufakat.closed_programmes()) then return; end if;
      return query select t.class::text, count(*) from public.%I t where t.programme_id = programme and t.class <> 'public'
        and not (t.class = 'members' and programme = any (array(select mufakat.member_programmes())))
        and not (t.class = 'restricted' and (programme = any (array(select mufakat.overseen_programmes()))
          or (programme, t.owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o)))
        and not (t.id = any (array(select mufakat.granted_records())))
        group by 1;
    end $$ $create$, 'withheld_' || tab, tab);
end $body$;

alter procedure mufakat.protect_records rename to protect_in_programme;
create procedure mufakat.protect_records(tab text, changing text[] default '{}', programme text default 'programme_id', author text default 'created_by')
language plpgsql set search_path = '' as $body$ begin
  call mufakat.protect_in_programme(tab, changing, programme, author);
  if programme = 'programme_id' then call mufakat.count_withheld(tab); end if;
end $body$;

-- Every table that is protected as records by now.
do $$
declare tab text;
begin
  for tab in select c.table_name from information_schema.columns c join pg_catalog.pg_policies p
      on p.schemaname = 'public' and p.tablename = c.table_name and p.policyname = 'programme_opens'
    join information_schema.columns o on o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'owner_id'
    where c.table_schema = 'public' and c.column_name = 'class' loop
    call mufakat.count_withheld(tab);
  end loop;
end $$;

drop function mufakat.withheld;
drop function mufakat.withheld_in_open;
