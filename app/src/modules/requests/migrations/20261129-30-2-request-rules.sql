-- Rules of the clock and of who acts, which SQL by the app's role cannot get around.
create function mufakat.refuse_information(why text) returns void language plpgsql set search_path = '' as $$
begin raise exception 'information request: %', why using errcode = 'insufficient_privilege'; end $$;

-- Number, day, deadline and state of a new request are the database's, whatever was sent.
create function mufakat.information_received() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('information-request-number', 7));
  new.received_on := mufakat.today();
  new.year := extract(year from new.received_on);
  new.sequence := coalesce((select max(r.sequence) from public.information_requests r where r.year = new.year), 0) + 1;
  new.owner_id := (select p.owner_id from public.programmes p where p.id = new.programme_id);
  new.calendar_version := coalesce((select max(v.version) from public.calendar_versions v), 0);
  new.rule_version := (select max(v.version) from public.information_rules v where v.id = 'ID.KIP.answer');
  new.first_due_on := mufakat.nth_working_day(new.received_on, mufakat.information_rule('ID.KIP.answer'));
  new.due_on := new.first_due_on;
  new.state := 'open';
  new.version := 1;
  new.holder_id := null; new.outcome := null; new.ground := null; new.registered_on := null; new.extended_on := null;
  new.paused_on := null; new.answered_on := null; new.objected_on := null; new.objection_ground := null;
  new.objection_due_on := null; new.reconsidered_on := null; new.reconsideration := null; new.disputed_on := null;
  new.dispute_ended_on := null; new.dispute_outcome := null;
  return new;
end $$;
create trigger received before insert on information_requests for each row execute function mufakat.information_received();

create function mufakat.brought_request() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare token text := nullif(current_setting('mufakat.request_token', true), '');
begin
  if token !~ '^[0-9a-f]{64}$' then return null; end if;
  return (select t.request_id from public.information_request_tokens t where t.token_hash = decode(token, 'hex'));
end $$;

-- Requests of who brought the secret link, or keeps them in their own list.
create function mufakat.followed_requests() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare brought uuid := mufakat.brought_request();
begin
  if brought is not null then return next brought; end if;
  if mufakat.person() is not null then
    return query select p.request_id from public.information_requesters p where p.person_id = mufakat.person();
  end if;
end $$;

-- Open requests that were handed to an organisation this person sits for.
create function mufakat.held_requests() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select r.id from public.information_requests r
    join mufakat.owner_seats() o on o.programme_id = r.programme_id and o.organisation_id = r.holder_id
    where r.state in ('open', 'paused', 'reopened');
end $$;

-- Requests with an objection that this person decides: head of the organisation that answers for it.
create function mufakat.reconsidered_requests() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select r.id from public.information_requests r
    join public.seats s on s.programme_id = r.programme_id and s.organisation_id = r.owner_id
    where r.objected_on is not null and s.person_id = mufakat.person() and s.role = 'head'
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today();
end $$;

create function mufakat.check_information_step() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  r public.information_requests;
  day date := mufakat.today();
begin
  select * into r from public.information_requests where id = new.request_id for update;
  if r.id is null then perform mufakat.refuse_information('no such request'); end if;
  new.happened_on := day;
  new.due_on := null;
  if r.state = 'withdrawn' then perform mufakat.refuse_information('it was withdrawn'); end if;
  case new.kind
    when 'registered' then
      if coalesce(new.programme_id, r.programme_id) is null then perform mufakat.refuse_information('it belongs to a programme'); end if;
      if r.programme_id is not null then new.programme_id := r.programme_id; end if;
    when 'extended' then
      if r.state <> 'open' or r.extended_on is not null or day > r.due_on then
        perform mufakat.refuse_information('one extension, before the tenth day ends'); end if;
      if not exists (select from public.information_request_texts t where t.request_id = r.id and t.kind = 'extension' and t.created_at = new.created_at) then
        perform mufakat.refuse_information('an extension has a written reason'); end if;
    when 'paused' then
      if r.state <> 'open' or day > r.due_on then perform mufakat.refuse_information('the clock stands still only while it runs'); end if;
    when 'resumed' then
      if r.state <> 'paused' then perform mufakat.refuse_information('nothing was asked'); end if;
    when 'handed' then
      if r.state not in ('open', 'paused', 'reopened') or not exists (select from public.parties p where p.programme_id = r.programme_id
          and p.organisation_id = new.organisation_id and p.since <= day and coalesce(p.until, 'infinity') >= day) then
        perform mufakat.refuse_information('handed to a party of the programme, until it is answered'); end if;
    when 'returned' then
      if r.state not in ('open', 'paused', 'reopened') or r.holder_id is null then perform mufakat.refuse_information('nobody holds it'); end if;
      new.organisation_id := r.holder_id;
    when 'forwarded' then
      if r.state not in ('open', 'reopened') then perform mufakat.refuse_information('forwarded before it is answered'); end if;
    when 'answered' then
      if r.state not in ('open', 'paused', 'reopened') then perform mufakat.refuse_information('it was answered'); end if;
      if r.registered_on is null then perform mufakat.refuse_information('registered before it is answered'); end if;
      if new.outcome is null or new.outcome not in ('full', 'partial', 'refused', 'not-held')
        or (new.outcome in ('partial', 'refused')) <> (new.ground is not null)
        or new.ground !~ '^17[a-j]$' then perform mufakat.refuse_information('a refusal has a ground'); end if;
      -- The refusal's own words are written first, in the same act: without all four there is no refusal.
      if new.outcome in ('partial', 'refused') and (select count(distinct t.kind) from public.information_request_texts t
          where t.request_id = r.id and t.kind in ('withheld', 'harm', 'weighing', 'partial') and t.created_at = new.created_at) < 4 then
        perform mufakat.refuse_information('a refusal says what, the harm, the weighing and whether a part can be opened'); end if;
    when 'withdrawn' then
      if r.state not in ('open', 'paused') then perform mufakat.refuse_information('it was answered'); end if;
    when 'objected' then
      if r.objected_on is not null or new.ground is null or new.ground !~ '^35[a-g]$' then
        perform mufakat.refuse_information('one objection, on a ground of article 35'); end if;
      if r.state = 'answered' then
        if day > mufakat.nth_working_day(r.answered_on, mufakat.information_rule('ID.KIP.objection.file')) then
          perform mufakat.refuse_information('the time for an objection is over'); end if;
      elsif r.state <> 'open' or r.due_on >= day or new.ground not in ('35c', '35g')
        or day > mufakat.nth_working_day(r.due_on, mufakat.information_rule('ID.KIP.objection.file')) then
        perform mufakat.refuse_information('an objection needs an answer, or a deadline that was missed'); end if;
      new.due_on := mufakat.nth_working_day(day, mufakat.information_rule('ID.KIP.objection.answer'));
    when 'reconsidered' then
      if r.objected_on is null or r.reconsidered_on is not null or new.outcome is null or new.outcome not in ('upheld', 'overturned', 'partly') then
        perform mufakat.refuse_information('an objection is decided once'); end if;
      if exists (select from public.information_request_steps s where s.request_id = r.id and s.kind = 'answered' and s.created_by = new.created_by) then
        perform mufakat.refuse_information('who answered does not decide the objection'); end if;
    when 'disputed' then
      if r.disputed_on is not null or not coalesce(day <= mufakat.nth_working_day(
          case when r.reconsidered_on is not null then r.reconsidered_on when day > r.objection_due_on then r.objection_due_on end,
          mufakat.information_rule('ID.KIP.dispute.file')), false) then
        perform mufakat.refuse_information('a dispute follows the superior''s answer within its time'); end if;
    when 'dispute-ended' then
      if r.disputed_on is null or r.dispute_ended_on is not null or new.outcome is null or new.outcome not in ('granted', 'partly', 'rejected', 'settled') then
        perform mufakat.refuse_information('a dispute ends once'); end if;
  end case;
  return new;
end $$;
create trigger checked before insert on information_request_steps for each row execute function mufakat.check_information_step();

-- The request as it stands, from what happened; nothing else changes it.
create function mufakat.apply_information_step() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.information_requests r set
    programme_id = case when new.kind = 'registered' then coalesce(r.programme_id, new.programme_id) else r.programme_id end,
    owner_id = case when new.kind = 'registered' and r.owner_id is null
      then (select p.owner_id from public.programmes p where p.id = coalesce(r.programme_id, new.programme_id)) else r.owner_id end,
    registered_on = case when new.kind = 'registered' then coalesce(r.registered_on, new.happened_on) else r.registered_on end,
    extended_on = case when new.kind = 'extended' then new.happened_on else r.extended_on end,
    paused_on = case new.kind when 'paused' then new.happened_on when 'resumed' then null when 'answered' then null else r.paused_on end,
    holder_id = case when new.kind = 'handed' then new.organisation_id else r.holder_id end,
    state = case when new.kind = 'paused' then 'paused' when new.kind = 'resumed' then 'open'
      when new.kind in ('answered', 'forwarded') then 'answered' when new.kind = 'withdrawn' then 'withdrawn'
      when new.kind = 'reconsidered' and new.outcome <> 'upheld' and r.state = 'answered' then 'reopened' else r.state end,
    outcome = case new.kind when 'answered' then new.outcome when 'forwarded' then 'forwarded' else r.outcome end,
    ground = case new.kind when 'answered' then new.ground when 'forwarded' then null else r.ground end,
    -- the first answer's day stays: an answer after an objection is another one
    answered_on = case when new.kind in ('answered', 'forwarded') then coalesce(r.answered_on, new.happened_on) else r.answered_on end,
    objected_on = case when new.kind = 'objected' then new.happened_on else r.objected_on end,
    objection_ground = case when new.kind = 'objected' then new.ground else r.objection_ground end,
    objection_due_on = case when new.kind = 'objected' then new.due_on else r.objection_due_on end,
    reconsidered_on = case when new.kind = 'reconsidered' then new.happened_on else r.reconsidered_on end,
    reconsideration = case when new.kind = 'reconsidered' then new.outcome else r.reconsideration end,
    disputed_on = case when new.kind = 'disputed' then new.happened_on else r.disputed_on end,
    dispute_ended_on = case when new.kind = 'dispute-ended' then new.happened_on else r.dispute_ended_on end,
    dispute_outcome = case when new.kind = 'dispute-ended' then new.outcome else r.dispute_outcome end,
    version = r.version + 1
  where r.id = new.request_id;
  update public.information_requests r set due_on = mufakat.information_due(r.id, case when new.kind = 'answered' then new.happened_on end),
    calendar_version = coalesce((select max(v.version) from public.calendar_versions v), 0)
  where r.id = new.request_id and r.reconsidered_on is null
    and (new.kind in ('extended', 'paused', 'resumed') or (new.kind = 'answered' and r.due_on is null));
  return null;
end $$;
create trigger applied after insert on information_request_steps for each row execute function mufakat.apply_information_step();

-- Deadlines of open requests after a change of the calendar; returns those that moved.
create function mufakat.recount_information_requests() returns table (id uuid, programme_id uuid, owner_id uuid, was date, due_on date)
language plpgsql security definer set search_path = '' as $$
declare newest integer := coalesce((select max(v.version) from public.calendar_versions v), 0);
begin
  return query with counted as (
    select r.id, r.due_on as was, mufakat.information_due(r.id) as due_on from public.information_requests r
    where r.state in ('open', 'paused') and r.calendar_version < newest for update
  ), moved as (
    update public.information_requests r set due_on = c.due_on, calendar_version = newest
    from counted c where c.id = r.id returning r.id, r.programme_id, r.owner_id, c.was, r.due_on
  ) select m.id, m.programme_id, m.owner_id, m.was, m.due_on from moved m where m.was is distinct from m.due_on;
end $$;
revoke execute on function mufakat.recount_information_requests from public;
grant execute on function mufakat.recount_information_requests to mufakat_jobs;

create function mufakat.publish_answered() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.published_on := mufakat.today();
  if not exists (select from public.information_requests r where r.id = new.request_id and r.outcome in ('full', 'partial', 'not-held')) then
    perform mufakat.refuse_information('published once it is answered'); end if;
  return new;
end $$;
create trigger answered before insert on information_publications for each row execute function mufakat.publish_answered();
