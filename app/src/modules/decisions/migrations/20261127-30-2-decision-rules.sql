-- Rules that hold for SQL by the app's role too. `session_user` is the login role, so no setting gets around them;
-- the administrator and system jobs are not held.
create function mufakat.refuse(code text, why text) returns void language plpgsql set search_path = '' as $$
begin raise exception '%: %', code, why using errcode = 'insufficient_privilege'; end $$;

-- Bound to a concerned organisation, or said so: takes no part. Also by what is declared later.
create function mufakat.is_recused(decision uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare concerned uuid[];
begin
  if person is null then return false; end if;
  if exists (select from public.recusals r where r.decision_id = decision and r.person_id = person)
    or exists (select from public.interest_answers a where a.decision_id = decision and a.person_id = person and a.conflicted)
  then return true; end if;
  concerned := array(select c.organisation_id from public.decision_concerned c where c.decision_id = decision);
  return cardinality(concerned) > 0 and exists (select from mufakat.interests_in(person, concerned));
end $$;

-- Whose ballot counts for which party: its heads, and whom a delegation names. A voting party without anyone has one
-- row without a person. The lead alone where the lead decides.
create function mufakat.decision_electorate(decision uuid)
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
  entitled as (
    select s.organisation_id, s.person_id, bool_and(s.role <> 'head') as delegated
    from public.seats s join parties p using (programme_id, organisation_id)
    where s.first_day <= day and coalesce(s.last_day, 'infinity') >= day and s.role in ('officer', 'head', 'coordinator', 'deputy')
      and (s.role = 'head' or exists (select from public.delegations g
        where g.decision_id = decision and g.organisation_id = s.organisation_id and g.to_person_id = s.person_id))
    group by 1, 2)
  select p.organisation_id, e.person_id, coalesce(e.delegated, false), mufakat.is_recused(decision, e.person_id)
  from parties p left join entitled e on e.organisation_id = p.organisation_id;
end $$;

-- A party is out when everyone who could vote for it is.
create function mufakat.round_turnout(round uuid)
returns table (eligible integer, recused integer, cast_ballots integer, needed integer, spoiled integer, last_day date)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with r as (select x.*, d.quorum from public.decision_rounds x join public.decisions d on d.id = x.decision_id where x.id = round),
  parties as (select e.organisation_id, bool_and(e.recused) as out from r, mufakat.decision_electorate(r.decision_id) e group by 1),
  counted as (select count(*) filter (where not out)::integer as eligible, count(*) filter (where out)::integer as out from parties),
  votes as (select count(*) filter (where not gone)::integer as good, count(*) filter (where gone)::integer as gone
    from (select mufakat.is_recused(b.decision_id, b.person_id) as gone from public.ballots b where b.round_id = round) x)
  select c.eligible, c.out, v.good,
    case when r.rule = 'unanimous' then c.eligible else greatest(1, ceil(r.quorum * c.eligible)::integer) end,
    v.gone, greatest(r.last_day, (select max(x.to_day) from public.round_extensions x where x.round_id = round))
  from r, counted c, votes v;
end $$;

-- The sums of a round and what its rule makes of them; for the trigger below alone, so that no sum is known early.
create function mufakat.round_result(round uuid)
returns table (result text, yes numeric, no numeric, abstain numeric)
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.decision_rounds;
  t record;
  y numeric; n numeric; a numeric;
begin
  select * into r from public.decision_rounds x where x.id = round;
  select * into t from mufakat.round_turnout(round);
  if r.secret then
    if t.spoiled > 0 or t.cast_ballots < 3 then return query select 'void'::text, null::numeric, null::numeric, null::numeric; return; end if;
    select sum(votes) filter (where answer = 'yes'), sum(votes) filter (where answer = 'no'), sum(votes) filter (where answer = 'abstain')
      into y, n, a from public.secret_tallies s where s.round_id = round;
  else
    select coalesce(sum(weight) filter (where answer = 'yes'), 0), coalesce(sum(weight) filter (where answer = 'no'), 0),
        coalesce(sum(weight) filter (where answer = 'abstain'), 0)
      into y, n, a from public.ballots b where b.round_id = round and not mufakat.is_recused(b.decision_id, b.person_id);
  end if;
  return query select case r.rule
    when 'consensus' then case when n = 0 and y > 0 then 'adopted' else 'no-consensus' end
    when 'consent' then case when n = 0 then 'adopted' else 'no-consensus' end
    when 'unanimous' then case when n = 0 and a = 0 and t.cast_ballots = t.eligible then 'adopted' else 'no-consensus' end
    when 'two-thirds' then case when y > 0 and 3 * y >= 2 * (y + n) then 'adopted' else 'rejected' end
    else case when y > n then 'adopted' else 'rejected' end
  end, y, n, a;
end $$;
revoke execute on function mufakat.round_result from public;

-- Taken by every act on a decision (kernel/operation.ts takes the same lock), so that none overtakes another.
create function mufakat.lock_decision(decision uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare now_state text;
begin
  perform pg_advisory_xact_lock(hashtextextended(decision::text, 7));
  select state into now_state from public.decisions where id = decision;
  return now_state;
end $$;

create function mufakat.acts_for(decision uuid, organisation uuid, voting boolean) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.decisions d join public.seats s on s.programme_id = d.programme_id
    join public.parties p on p.programme_id = d.programme_id and p.organisation_id = s.organisation_id
    where d.id = decision and s.organisation_id = organisation and s.person_id = mufakat.person()
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today()
      and (not voting or (p.role in ('lead', 'member') and s.role in ('officer', 'head', 'coordinator', 'deputy'))))
$$;

create function mufakat.chairs(decision uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.decisions d where d.id = decision and d.programme_id in (select mufakat.coordinated_programmes()))
$$;

-- Arguments: the states in which a row may be added (separated by commas), and who adds it: any member ('seat'), someone
-- who acts for a voting party ('party'), the coordination team ('chair'); then whether the recused may ('open').
create function mufakat.decision_act() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  at_state text;
begin
  if session_user <> 'mufakat_app' then return new; end if;
  at_state := mufakat.lock_decision(new.decision_id);
  if not (at_state = any (string_to_array(tg_argv[0], ','))) then perform mufakat.refuse('not-now', tg_table_name || ' while ' || at_state); end if;
  if tg_argv[1] = 'chair' and not mufakat.chairs(new.decision_id) then perform mufakat.refuse('not-chair', tg_table_name); end if;
  if tg_argv[1] in ('party', 'seat') and not mufakat.acts_for(new.decision_id, (to_jsonb(new) ->> 'organisation_id')::uuid, tg_argv[1] = 'party')
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  if tg_argv[2] is distinct from 'open' and mufakat.is_recused(new.decision_id, mufakat.person())
    then perform mufakat.refuse('recused', tg_table_name); end if;
  return new;
end $$;
create trigger act before insert on decision_options for each row execute function mufakat.decision_act('deliberating', 'shaper');
create trigger act before insert on decision_concerned for each row execute function mufakat.decision_act('deliberating', 'shaper');
create trigger act before insert on positions for each row execute function mufakat.decision_act('deliberating', 'party');
create trigger act before insert on amendments for each row execute function mufakat.decision_act('deliberating', 'party');
create trigger act before insert on decision_questions for each row execute function mufakat.decision_act('deliberating,voting', 'seat', 'open');
create trigger act before insert on decision_answers for each row execute function mufakat.decision_act('deliberating,voting', 'seat', 'open');
create trigger act before insert on decision_rounds for each row execute function mufakat.decision_act('deliberating', 'chair');
create trigger act before insert on round_extensions for each row execute function mufakat.decision_act('voting', 'chair');
create trigger act before insert on decision_outcomes for each row execute function mufakat.decision_act('voting', 'chair');
create trigger act before insert on decision_publications for each row execute function mufakat.decision_act('decided', 'chair');
create trigger act before insert on decision_withdrawals for each row execute function mufakat.decision_act('deliberating,voting', 'shaper');
create trigger act before insert on dissents for each row execute function mufakat.decision_act('voting,decided', 'party');
create trigger act before insert on appeals for each row execute function mufakat.decision_act('decided', 'party', 'open');
create trigger act before insert on appeal_answers for each row execute function mufakat.decision_act('decided', 'chair');

-- Shape, withdraw: the party that raised the question, or the coordination team.
create function mufakat.decision_shaped() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = 'mufakat_app' and not mufakat.chairs(new.decision_id)
    and not mufakat.acts_for(new.decision_id, (select d.owner_id from public.decisions d where d.id = new.decision_id), true)
  then perform mufakat.refuse('not-shaper', tg_table_name); end if;
  return new;
end $$;
create trigger shaped before insert on decision_options for each row execute function mufakat.decision_shaped();
create trigger shaped before insert on decision_concerned for each row execute function mufakat.decision_shaped();
create trigger shaped before insert on decision_withdrawals for each row execute function mufakat.decision_shaped();

create function mufakat.interest_answered() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = 'mufakat_app' and (mufakat.lock_decision(new.decision_id) not in ('deliberating', 'voting')
    or new.person_id is distinct from mufakat.person()
    or not exists (select from mufakat.decision_electorate(new.decision_id) e
      where e.person_id = new.person_id and e.organisation_id = new.organisation_id))
  then perform mufakat.refuse('not-voter', tg_table_name); end if;
  return new;
end $$;
create trigger answered before insert on interest_answers for each row execute function mufakat.interest_answered();

-- Nobody is shut out without a ground: the row must repeat what the register or the person says.
create function mufakat.recusal_founded() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user <> 'mufakat_app' then return new; end if;
  if new.source = 'answer' and new.ground = 'own-answer' and exists (select from public.interest_answers a
    where a.decision_id = new.decision_id and a.person_id = new.person_id and a.conflicted) then return new; end if;
  if exists (select from public.decision_concerned c cross join lateral mufakat.interests_in(new.person_id, array[c.organisation_id]) i
    where c.decision_id = new.decision_id and c.organisation_id = new.concerned_id and i.kind = new.ground and i.source = new.source)
    then return new; end if;
  perform mufakat.refuse('unfounded', 'recusal');
  return null;
end $$;
create trigger founded before insert on recusals for each row execute function mufakat.recusal_founded();

-- By a head who takes part, or by the coordination team where no head of the party can.
create function mufakat.delegation_given() returns trigger language plpgsql security definer set search_path = '' as $$
declare heads boolean;
begin
  if session_user <> 'mufakat_app' then return new; end if;
  if mufakat.lock_decision(new.decision_id) not in ('deliberating', 'voting') then perform mufakat.refuse('not-now', tg_table_name); end if;
  if mufakat.is_recused(new.decision_id, mufakat.person()) then perform mufakat.refuse('recused', tg_table_name); end if;
  heads := exists (select from mufakat.decision_electorate(new.decision_id) e
    where e.organisation_id = new.organisation_id and e.person_id is not null and not e.delegated and not e.recused);
  if not (exists (select from mufakat.decision_electorate(new.decision_id) e where e.organisation_id = new.organisation_id
      and e.person_id = mufakat.person() and not e.delegated) or (not heads and mufakat.chairs(new.decision_id)))
    then perform mufakat.refuse('not-head', tg_table_name); end if;
  if not exists (select from public.seats s join public.decisions d on d.programme_id = s.programme_id where d.id = new.decision_id
    and s.organisation_id = new.organisation_id and s.person_id = new.to_person_id and s.role in ('officer', 'coordinator', 'deputy')
    and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today())
    then perform mufakat.refuse('no-seat', tg_table_name); end if;
  return new;
end $$;
create trigger given before insert on delegations for each row execute function mufakat.delegation_given();

-- A round follows the charter's rule: after a consensus that failed, a majority where the charter says so.
create function mufakat.round_opens() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  d public.decisions;
  expected text;
begin
  if session_user = 'mufakat_app' then
    select * into d from public.decisions where id = new.decision_id;
    expected := case when d.rule <> 'consensus-then-majority' then d.rule
      when exists (select from public.decision_outcomes o where o.decision_id = d.id and o.result = 'no-consensus') then 'majority' else 'consensus' end;
    if new.rule <> expected then perform mufakat.refuse('other-rule', expected); end if;
    if new.last_day < mufakat.today() then perform mufakat.refuse('past-day', new.last_day::text); end if;
    if not exists (select from public.decision_options o where o.id = new.option_id and o.decision_id = d.id)
      then perform mufakat.refuse('other-option', new.option_id::text); end if;
  end if;
  return new;
end $$;
create trigger opens before insert on decision_rounds for each row execute function mufakat.round_opens();

create function mufakat.round_opened() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.decisions set state = 'voting' where id = new.decision_id;
  if new.secret then insert into public.secret_tallies (round_id, answer) select new.id, unnest(array['yes', 'no', 'abstain']); end if;
  return null;
end $$;
create trigger opened after insert on decision_rounds for each row execute function mufakat.round_opened();

create function mufakat.ballot_due() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  r public.decision_rounds;
begin
  if session_user <> 'mufakat_app' then return new; end if;
  if mufakat.lock_decision(new.decision_id) <> 'voting' then perform mufakat.refuse('not-voting', 'ballot'); end if;
  select * into r from public.decision_rounds x where x.id = new.round_id and x.decision_id = new.decision_id
    and not exists (select from public.decision_outcomes o where o.round_id = x.id);
  if r.id is null then perform mufakat.refuse('closed', 'ballot'); end if;
  if (select t.last_day from mufakat.round_turnout(r.id) t) < mufakat.today() then perform mufakat.refuse('too-late', 'ballot'); end if;
  if new.person_id is distinct from mufakat.person() or not exists (select from mufakat.decision_electorate(r.decision_id) e
    where e.organisation_id = new.organisation_id and e.person_id = new.person_id) then perform mufakat.refuse('not-voter', 'ballot'); end if;
  if mufakat.is_recused(r.decision_id, new.person_id) then perform mufakat.refuse('recused', 'ballot'); end if;
  if not exists (select from public.interest_answers a where a.decision_id = r.decision_id and a.person_id = new.person_id)
    then perform mufakat.refuse('unanswered', 'ballot'); end if;
  if not r.secret and (new.answer is null or (new.answer = 'no' and new.reason is null)) then perform mufakat.refuse('incomplete', 'ballot'); end if;
  new.weight := case when r.secret then 1 else coalesce((r.weights ->> new.organisation_id::text)::numeric, 1) end;
  return new;
end $$;
create trigger due before insert on ballots for each row execute function mufakat.ballot_due();

-- A secret ballot is cast by the function below alone, so that none is written without being counted.
create function mufakat.ballot_by_function() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'mufakat_app' and new.answer is null then perform mufakat.refuse('incomplete', 'ballot'); end if;
  return new;
end $$;
create trigger by_function before insert on ballots for each row execute function mufakat.ballot_by_function();
create function mufakat.ballot_stays_secret() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.answer is not null or new.reason is not null) and (select r.secret from public.decision_rounds r where r.id = new.round_id)
    then perform mufakat.refuse('secret', 'ballot'); end if;
  return new;
end $$;
create trigger secrecy before insert on ballots for each row execute function mufakat.ballot_stays_secret();

create function mufakat.cast_secret_ballot(ballot uuid, round uuid, organisation uuid, choice text, cast_at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare r public.decision_rounds;
begin
  select * into r from public.decision_rounds x where x.id = round and x.secret;
  if r.id is null or choice is null or choice not in ('yes', 'no', 'abstain') then perform mufakat.refuse('incomplete', 'ballot'); end if;
  insert into public.ballots (id, decision_id, round_id, organisation_id, person_id, created_at, created_by)
    values (ballot, r.decision_id, round, organisation, mufakat.person(), cast_at, mufakat.person());
  -- all three sums are written each time, so that no row version tells which of them grew
  update public.secret_tallies t set votes = t.votes + (t.answer = choice)::integer where t.round_id = round;
end $$;

-- Sums and result are the database's own; closing early, without quorum or twice is refused.
create function mufakat.round_closes() returns trigger language plpgsql security definer set search_path = '' as $$
declare t record;
begin
  if session_user <> 'mufakat_app' then return new; end if;
  select * into t from mufakat.round_turnout(new.round_id);
  if exists (select from public.decision_outcomes o where o.round_id = new.round_id) then perform mufakat.refuse('closed', 'round'); end if;
  if t.cast_ballots < t.needed then perform mufakat.refuse('no-quorum', t.cast_ballots || ' of ' || t.needed); end if;
  if t.cast_ballots < t.eligible and t.last_day >= mufakat.today() then perform mufakat.refuse('too-early', t.last_day::text); end if;
  select s.result, s.yes, s.no, s.abstain into new.result, new.yes, new.no, new.abstain from mufakat.round_result(new.round_id) s;
  new.eligible := t.eligible; new.cast_ballots := t.cast_ballots; new.recused := t.recused; new.decided_on := mufakat.today();
  new.option_id := (select r.option_id from public.decision_rounds r where r.id = new.round_id);
  return new;
end $$;
create trigger closes before insert on decision_outcomes for each row execute function mufakat.round_closes();

create function mufakat.round_closed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.decisions set state = case when new.result in ('adopted', 'rejected') then 'decided' else 'deliberating' end where id = new.decision_id;
  return null;
end $$;
create trigger closed after insert on decision_outcomes for each row execute function mufakat.round_closed();

create function mufakat.decision_published() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = 'mufakat_app' then update public.decisions set class = 'public' where id = new.decision_id and class = 'members'; end if;
  return null;
end $$;
create trigger published after insert on decision_publications for each row execute function mufakat.decision_published();

create function mufakat.decision_withdrawn() returns trigger language plpgsql security definer set search_path = '' as $$
begin update public.decisions set state = 'withdrawn' where id = new.decision_id; return null; end $$;
create trigger withdrawn after insert on decision_withdrawals for each row execute function mufakat.decision_withdrawn();

-- A new question is only ever at its beginning.
create function mufakat.decision_raised() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = 'mufakat_app' and (new.state <> 'deliberating' or new.raised_on <> mufakat.today() or new.class not in ('public', 'members'))
    then perform mufakat.refuse('not-new', 'decision'); end if;
  return new;
end $$;
create trigger raised before insert on decisions for each row execute function mufakat.decision_raised();
