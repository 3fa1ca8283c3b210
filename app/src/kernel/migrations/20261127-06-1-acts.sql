-- What a reader is told of who acted and when: docs/decisions/2026-11-27-acts-of-people.md.
create function mufakat.sees_acts() returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return coalesce(mufakat.kind() = 'job', false); end if;
  return (select exists (select from mufakat.seat_programmes())) or mufakat.has_role('information-officer');
end $$;

-- The name of a person who acted: of everyone to those with a seat, else only of who holds or held a post in a public body.
create function mufakat.actor_name(who uuid) returns text
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null or who is null then return null; end if;
  return (select p.name from public.people p where p.id = who and (who = mufakat.person() or mufakat.sees_acts() or exists (
    select from public.memberships m join public.organisations o on o.id = m.organisation_id
    where m.person_id = who and o.kind in ('agency', 'legislature'))));
end $$;

-- The instant of an act to those with a seat, to others its day where the jurisdiction's deadlines run.
create function mufakat.act_time(at timestamptz) returns text
language sql stable set search_path = '' as $$
  select case when (select mufakat.sees_acts()) then to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    else to_char(at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') end
$$;
