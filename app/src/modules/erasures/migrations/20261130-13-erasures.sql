-- Erasure on request (docs/decisions/2026-11-28-keys-and-erasure.md): who asked, what was decided, what was erased. Nothing
-- here says more of a person than their id.
create table erasures (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('person', 'information-request')),
  subject_id uuid not null,
  asked_at timestamptz not null,
  -- 3 × 24 hours by the wall clock
  due_at timestamptz not null,
  -- null: asked by the secret link of an information request
  created_by uuid references people
);
create index on erasures (subject_id, asked_at desc);
create index on erasures (asked_at);

-- Refused on a ground of law, what is kept is limited: neither used nor shown to others. The reason is for the subject, and sealed.
create table erasure_decisions (
  erasure_id uuid primary key references erasures,
  outcome text not null check (outcome in ('erase', 'refuse')),
  ground text check (ground in ('archive', 'law-enforcement', 'public-interest')),
  reason_sealed bytea,
  decided_at timestamptz not null,
  created_by uuid not null references people,
  check ((outcome = 'refuse') = (ground is not null) and (ground is null) = (reason_sealed is null))
);

create table erasure_results (
  erasure_id uuid primary key references erasures,
  -- how many values were emptied, and seeds of the public log
  erased integer not null check (erased >= 0),
  -- whose keys were destroyed: of a person also the closed requests of their own list
  subjects uuid[] not null,
  done_at timestamptz not null
);

create function mufakat.limited_subjects() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select e.subject_id from public.erasures e join public.erasure_decisions d on d.erasure_id = e.id and d.outcome = 'refuse';
end $$;

create function mufakat.erasure_asked() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.subject_id::text, 7));
  if mufakat.kind() is not null and (new.asked_at at time zone 'Asia/Jakarta')::date <> mufakat.today() then
    raise exception 'an erasure is asked for now' using errcode = 'insufficient_privilege'; end if;
  new.due_at := new.asked_at + interval '72 hours';
  if exists (select from public.erasures e left join public.erasure_decisions d on d.erasure_id = e.id
      where e.subject_id = new.subject_id and d.outcome is distinct from 'refuse') then
    raise exception 'an erasure was asked for already' using errcode = 'insufficient_privilege'; end if;
  if new.subject_kind = 'information-request' and not exists (select from public.information_requests r
      where r.id = new.subject_id and r.state in ('answered', 'withdrawn') and (r.objected_on is null or r.reconsidered_on is not null)
        and (r.disputed_on is null or r.dispute_ended_on is not null)) then
    raise exception 'a request that is not closed' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger asked before insert on erasures for each row execute function mufakat.erasure_asked();

create function mufakat.erasure_decided() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.erasures e where e.id = new.erasure_id and e.subject_id = new.created_by) then
    raise exception 'nobody decides on their own data' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger decided before insert on erasure_decisions for each row execute function mufakat.erasure_decided();

-- Whom an undecided erasure is about, for the officer who decides on it.
create function mufakat.erasing_name(erasure uuid) returns text
language plpgsql stable security definer set search_path = '' as $$ begin
  if not mufakat.has_role('information-officer') then return null; end if;
  return (select p.name from public.erasures e join public.people p on p.id = e.subject_id and e.subject_kind = 'person'
    where e.id = erasure and not exists (select from public.erasure_decisions d where d.erasure_id = e.id and d.outcome = 'erase'));
end $$;

do $$
declare tab text;
begin
  foreach tab in array array['erasures', 'erasure_decisions', 'erasure_results'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    execute format('create policy job_read on %I for select to mufakat_jobs using ((select mufakat.job()) = ''erasures'')', tab);
    execute format('grant select on %I to mufakat_app, mufakat_jobs', tab);
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function mufakat.refuse_rewrite()', tab);
  end loop;
end $$;
grant insert on erasures, erasure_decisions to mufakat_app;
grant insert on erasure_results to mufakat_jobs;
create policy app_read on erasures for select to mufakat_app using ((select mufakat.has_role('information-officer'))
  or created_by = (select mufakat.person())
  or (subject_kind = 'information-request' and subject_id in (select mufakat.followed_requests())));
create policy app_add on erasures for insert to mufakat_app with check (
  case subject_kind when 'person' then created_by = (select mufakat.person()) and subject_id = created_by
    else created_by is null and subject_id in (select mufakat.followed_requests()) end);
create policy app_read on erasure_decisions for select to mufakat_app using (exists (select from erasures e where e.id = erasure_id));
create policy app_add on erasure_decisions for insert to mufakat_app with check (
  (select mufakat.has_role('information-officer')) and created_by = (select mufakat.person()));
create policy app_read on erasure_results for select to mufakat_app using (exists (select from erasures e where e.id = erasure_id));
create policy job_add on erasure_results for insert to mufakat_jobs with check ((select mufakat.job()) = 'erasures');

-- What the job empties.
create policy job_erasures on information_requesters for select to mufakat_jobs using ((select mufakat.job()) = 'erasures');
create policy job_erasures_change on information_requesters for update to mufakat_jobs using ((select mufakat.job()) = 'erasures');
create policy job_erasures on information_request_texts for select to mufakat_jobs using ((select mufakat.job()) = 'erasures');
create policy job_erasures_change on information_request_texts for update to mufakat_jobs using ((select mufakat.job()) = 'erasures');
grant select (person_id) on information_requesters to mufakat_jobs;
alter table accounts add column erased_at timestamptz;
grant delete on totp_keys, passkeys, recovery_codes, identities to mufakat_jobs;

-- A limitation: the words are for the officer and the requester alone, and nobody writes to the requester.
create policy limited on information_request_texts as restrictive for select to mufakat_app using (
  (select mufakat.has_role('information-officer')) or request_id in (select mufakat.followed_requests())
  or request_id not in (select mufakat.limited_subjects()));
create policy limited on information_requesters as restrictive for select to mufakat_jobs using (
  (select mufakat.job()) <> 'information-request-mails' or request_id not in (select mufakat.limited_subjects()));

-- Whoever asks by a secret link is not named in the log.
drop policy app_add on events;
create policy app_add on events for insert to mufakat_app with check (
  (select mufakat.kind()) in ('visitor', 'person')
  and (person_id is not distinct from (select mufakat.person())
    or (person_id is null and subject_kind = 'information-request'
      and name in ('information-request.received', 'information-request.resumed', 'information-request.withdrawn',
        'information-request.objected', 'information-request.disputed'))
    or (person_id is null and subject_kind = 'erasure' and name = 'erasure.asked'))
  and (programme_id is null or class = 'public' or programme_id = any (array(select mufakat.member_programmes()))));

-- The same for a person: no news (letters about the account itself still go), and no name in what others read.
create policy limited on accounts as restrictive for select to mufakat_jobs using (
  coalesce((select mufakat.job()), '') !~ '(-mails|-digests)$' or person_id not in (select mufakat.limited_subjects()));
create or replace function mufakat.actor_name(who uuid) returns text
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null or who is null then return null; end if;
  return (select p.name from public.people p where p.id = who and (who = mufakat.person()
    or (mufakat.sees_acts() and not exists (select from public.erasures e join public.erasure_decisions d on d.erasure_id = e.id
      where e.subject_id = who and d.outcome = 'refuse'))
    or exists (select from public.memberships m join public.organisations o on o.id = m.organisation_id
      where m.person_id = who and o.kind in ('agency', 'legislature'))));
end $$;
