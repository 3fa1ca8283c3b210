-- Who and when of a public event, or a members' event as a whole, with the salts that prove it against its entry: for
-- those who read it on the pages, too. What is restricted or secret is disclosed by a decision of its own, not here.
create function mufakat.log_disclosures(wanted bigint) returns table (name text, salt bytea, value text)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null or not mufakat.sees_acts() then return; end if;
  return query select f.name, mufakat.log_salt(s.seed, f.name), f.value
    from public.event_numbers n join public.log_seeds s on s.number = n.number join public.events e on e.id = n.event_id
    -- of residents nobody is told even the id
    cross join lateral (select e.person_id is null or e.person_id in (select mufakat.public_people()) as known) actor
    cross join lateral (values ('event', case when not s.open and actor.known then mufakat.log_whole(e) end),
      ('id', case when s.open then e.id::text end), ('at', case when s.open then mufakat.log_time(e.at) end),
      ('actor', case when s.open and actor.known then coalesce(e.person_id::text, e.job, '') end)) f(name, value)
    where n.number = wanted and f.value is not null
      and (e.programme_id is null or e.programme_id not in (select mufakat.closed_programmes()))
      and (e.class = 'public' or e.class = 'members' and e.programme_id in (select mufakat.member_programmes()));
end $$;
revoke execute on function mufakat.log_disclosures from public;
grant execute on function mufakat.log_disclosures to mufakat_app;
