create function mufakat.shows_outcome(decision uuid, programme uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$ begin
  return mufakat.kind() = 'job' or programme = any (array(select mufakat.member_programmes()))
    or exists (select from public.decision_publications p where p.decision_id = decision);
end $$;
revoke execute on function mufakat.shows_outcome from public;

-- The page of a decision reads twenty small tables, each of whose policies looked the decision up again, under the
-- decision's own policies: two thirds of what PostgreSQL did for the page. Here it is looked up once. What is told is what
-- the policies of those tables let the reader see: all of a decision that they see, and ballots and outcomes only once it
-- is published, unless they are members.
create function mufakat.decision_parts(decision uuid) returns json
language plpgsql stable security definer set search_path = '' as $$
declare
  programme uuid;
  shown boolean;
begin
  select d.programme_id into programme from public.decisions d
    where d.id = decision and mufakat.may_read(d.programme_id, d.owner_id, d.class::text, d.id);
  if programme is null then decision := null; end if;
  shown := mufakat.shows_outcome(decision, programme);
  return json_build_object(
    'options', (select coalesce(json_agg(x), '[]') from (select t.id, t.position, t.title, t.body as first_body, coalesce((select v.body from public.option_versions v
    where v.option_id = t.id order by v.number desc limit 1), t.body) as body
    from public.decision_options t where t.decision_id = decision order by t.position) x),
    'versions', (select coalesce(json_agg(x), '[]') from (select t.option_id, t.number, t.body, t.amendment_id, (t.created_at at time zone 'Asia/Jakarta')::date as day from public.option_versions t
    where t.decision_id = decision order by t.option_id, t.number) x),
    'concerned', (select coalesce(json_agg(x), '[]') from (select t.organisation_id, t.relation from public.decision_concerned t where t.decision_id = decision order by t.created_at, t.id) x),
    'links', (select coalesce(json_agg(x), '[]') from (select t.id, t.kind, t.record_id, t.title, t.url from public.decision_links t where t.decision_id = decision order by t.created_at, t.id) x),
    'positions', (select coalesce(json_agg(x), '[]') from (select t.organisation_id, t.stance, t.option_id, t.reason, (t.created_at at time zone 'Asia/Jakarta')::date as day from public.positions t where t.decision_id = decision order by t.created_at, t.id) x),
    'amendments', (select coalesce(json_agg(x), '[]') from (select t.id, t.organisation_id, t.clause, t.body, t.reason, t.revises_id, (t.created_at at time zone 'Asia/Jakarta')::date as day,
    a.answer, a.reason as answer_reason, (a.created_at at time zone 'Asia/Jakarta')::date as answered_on
    from public.amendments t left join public.amendment_answers a on a.amendment_id = t.id where t.decision_id = decision order by t.created_at, t.id) x),
    'questions', (select coalesce(json_agg(x), '[]') from (select t.id, t.organisation_id, t.body, (t.created_at at time zone 'Asia/Jakarta')::date as day from public.decision_questions t where t.decision_id = decision order by t.created_at, t.id) x),
    'answers', (select coalesce(json_agg(x), '[]') from (select t.id, t.question_id, t.organisation_id, t.body, (t.created_at at time zone 'Asia/Jakarta')::date as day from public.decision_answers t where t.decision_id = decision order by t.created_at, t.id) x),
    'recusals', (select coalesce(json_agg(x), '[]') from (select mufakat.actor_name(t.person_id) as person, t.organisation_id, t.ground, t.concerned_id from public.recusals t where t.decision_id = decision order by t.created_at, t.id) x),
    'delegations', (select coalesce(json_agg(x), '[]') from (select t.organisation_id, mufakat.actor_name(t.to_person_id) as person, t.reason from public.delegations t where t.decision_id = decision order by t.created_at, t.id) x),
    'rounds', (select coalesce(json_agg(x), '[]') from (select t.id, t.number, t.rule, t.option_id, t.secret from public.decision_rounds t where t.decision_id = decision order by t.number) x),
    'outcomes', (select coalesce(json_agg(x), '[]') from (select t.round_id, t.result, t.option_id, t.yes, t.no, t.abstain, t.eligible, t.cast_ballots, t.recused, t.decided_on
    from public.decision_outcomes t where t.decision_id = decision and shown order by t.created_at, t.id) x),
    'ballots', (select coalesce(json_agg(x), '[]') from (select t.round_id, t.organisation_id, t.answer, t.reason, t.weight from public.ballots t where t.decision_id = decision and shown order by t.organisation_id, t.round_id) x),
    'publication', (select to_json(x) from (select t.published_on, t.answer, t.reason, t.review_on from public.decision_publications t where t.decision_id = decision) x),
    'steps', (select coalesce(json_agg(x), '[]') from (select t.id, t.title, t.organisation_id, t.due_on, t.task_id from public.next_steps t where t.decision_id = decision order by t.due_on, t.id) x),
    'dissents', (select coalesce(json_agg(x), '[]') from (select t.organisation_id, t.body from public.dissents t where t.decision_id = decision order by t.created_at, t.id) x),
    'appeals', (select coalesce(json_agg(x), '[]') from (select t.id, t.organisation_id, t.grounds, (t.created_at at time zone 'Asia/Jakarta')::date as day, a.upheld, a.reason from public.appeals t
    left join public.appeal_answers a on a.appeal_id = t.id where t.decision_id = decision order by t.created_at, t.id) x),
    'withdrawal', (select to_json(x) from (select t.reason, (t.created_at at time zone 'Asia/Jakarta')::date as day from public.decision_withdrawals t where t.decision_id = decision) x),
    'asked', (select count(*) from public.interest_answers t where t.decision_id = decision));
end $$;

-- What the rules judge beside the row of the decision itself, for the same readers; null = no such decision for them.
create function mufakat.decision_facts(decision uuid) returns json
language plpgsql stable security definer set search_path = '' as $$
declare
  d public.decisions;
  shown boolean;
  latest uuid;
begin
  select x.* into d from public.decisions x
    where x.id = decision and mufakat.may_read(x.programme_id, x.owner_id, x.class::text, x.id);
  if d.id is null then return null; end if;
  shown := mufakat.shows_outcome(d.id, d.programme_id);
  latest := (select r.id from public.decision_rounds r where r.decision_id = d.id order by r.number desc limit 1);
  return json_build_object(
    'parties', array(select y.organisation_id from public.parties y where y.programme_id = d.programme_id
      and y.role in ('lead', 'member') and y.since <= mufakat.today() and coalesce(y.until, 'infinity') >= mufakat.today()
      and d.programme_id not in (select mufakat.closed_programmes())),
    'voters', case when d.state in ('deliberating', 'voting')
      then (select coalesce(json_agg(e), '[]') from mufakat.decision_electorate(d.id) e) else '[]' end,
    'round', case when d.state = 'voting' then (select to_json(x) from (
      select r.id, r.number, r.rule, r.option_id, r.secret, r.last_day as first_last_day, t.last_day,
        t.eligible, t.recused, t.cast_ballots, t.needed, t.spoiled
      from public.decision_rounds r cross join lateral mufakat.round_turnout(r.id) t where r.id = latest) x) end,
    'voted', array(select b.organisation_id from public.ballots b where b.round_id = latest and shown),
    'failed', shown and exists (select from public.decision_outcomes o where o.decision_id = d.id and o.result = 'no-consensus'),
    'published', exists (select from public.decision_publications x where x.decision_id = d.id),
    'appeals', (select count(*) from public.appeals a where a.decision_id = d.id
      and not exists (select from public.appeal_answers x where x.appeal_id = a.id)),
    'proposals', array(select a.organisation_id from public.amendments a where a.decision_id = d.id
      and not exists (select from public.amendment_answers x where x.amendment_id = a.id)),
    'options', (select count(*) from public.decision_options o where o.decision_id = d.id),
    'me', json_build_object('recused', mufakat.is_recused(d.id, mufakat.person()),
      'answered', exists (select from public.interest_answers i where i.decision_id = d.id and i.person_id = mufakat.person())));
end $$;

-- `in (select …)` read every decision that the reader sees for each ballot asked for.
drop policy app_read on ballots;
drop policy app_read on decision_outcomes;
do $$
declare tab text;
begin
  foreach tab in array array['ballots', 'decision_outcomes'] loop
    execute format('create policy app_read on %1$I for select to mufakat_app using (
      exists (select from decisions d where d.id = %1$I.decision_id and d.programme_id = any (array(select mufakat.member_programmes())))
      or exists (select from decision_publications p where p.decision_id = %1$I.decision_id))', tab);
    execute format('drop policy job_read on %1$I', tab);
    execute format('create policy job_read on %1$I for select to mufakat_jobs using (
      exists (select from decisions d where d.id = %1$I.decision_id))', tab);
  end loop;
end $$;
