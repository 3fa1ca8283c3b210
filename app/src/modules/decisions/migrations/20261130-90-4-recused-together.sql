-- Who is recused was asked person by person, three queries each, twice for a page with an open vote. Now of all at once.
create function mufakat.recused_among(decision uuid, people uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  concerned uuid[] := array(select c.organisation_id from public.decision_concerned c where c.decision_id = decision);
begin
  return query select r.person_id from public.recusals r where r.decision_id = decision and r.person_id = any (people)
    union select a.person_id from public.interest_answers a where a.decision_id = decision and a.conflicted and a.person_id = any (people);
  if cardinality(concerned) = 0 then return; end if;
  return query select p from unnest(people) p where p is not null and exists (select from mufakat.interests_in(p, concerned));
end $$;
revoke execute on function mufakat.recused_among from public;

create or replace function mufakat.is_recused(decision uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  return person is not null and exists (select from mufakat.recused_among(decision, array[person]));
end $$;

create or replace function mufakat.decision_electorate(decision uuid)
returns table (organisation_id uuid, person_id uuid, delegated boolean, recused boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  day date := mufakat.today();
begin
  return query
  with d as (select x.id, x.programme_id, x.rule from public.decisions x where x.id = decision and mufakat.kind() is not null
      and (x.class = 'public' or mufakat.kind() = 'job' or x.programme_id = any (array(select mufakat.member_programmes())))),
  parties as (select p.organisation_id, p.programme_id from public.parties p join d on d.programme_id = p.programme_id
    where p.role in ('lead', 'member') and (d.rule <> 'lead-decides' or p.role = 'lead')
      and p.since <= day and coalesce(p.until, 'infinity') >= day),
  entitled as materialized (
    select s.organisation_id, s.person_id, bool_and(s.role <> 'head') as delegated
    from public.seats s join parties p using (programme_id, organisation_id)
    where s.first_day <= day and coalesce(s.last_day, 'infinity') >= day and s.role in ('officer', 'head', 'coordinator', 'deputy')
      and (s.role = 'head' or exists (select from public.delegations g
        where g.decision_id = decision and g.organisation_id = s.organisation_id and g.to_person_id = s.person_id))
    group by 1, 2),
  out as materialized (select r from mufakat.recused_among(decision, array(select e.person_id from entitled e)) r)
  select p.organisation_id, e.person_id, coalesce(e.delegated, false), e.person_id is not null and e.person_id in (select r from out)
  from parties p left join entitled e on e.organisation_id = p.organisation_id;
end $$;

create or replace function mufakat.round_turnout(round uuid)
returns table (eligible integer, recused integer, cast_ballots integer, needed integer, spoiled integer, last_day date)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with r as (select x.*, d.quorum from public.decision_rounds x join public.decisions d on d.id = x.decision_id where x.id = round),
  parties as (select e.organisation_id, bool_and(e.recused) as out from r, mufakat.decision_electorate(r.decision_id) e group by 1),
  counted as (select count(*) filter (where not out)::integer as eligible, count(*) filter (where out)::integer as out from parties),
  voters as (select b.person_id from public.ballots b where b.round_id = round),
  gone as materialized (select g from r, mufakat.recused_among(r.decision_id, array(select v.person_id from voters v)) g),
  votes as (select count(*) filter (where x.person_id not in (select g from gone))::integer as good,
      count(*) filter (where x.person_id in (select g from gone))::integer as gone from voters x)
  select c.eligible, c.out, v.good,
    case when r.rule = 'unanimous' then c.eligible else greatest(1, ceil(r.quorum * c.eligible)::integer) end,
    v.gone, greatest(r.last_day, (select max(x.to_day) from public.round_extensions x where x.round_id = round))
  from r, counted c, votes v;
end $$;
