-- Who reads and adds what. Personal data: the information officer and the requester; the words: also whoever holds or decides.
do $$
declare tab text;
begin
  foreach tab in array array['information_requests', 'information_requesters', 'information_request_tokens', 'information_request_steps',
    'information_request_texts', 'information_request_wordings', 'information_publications'] loop
    execute format('alter table public.%I enable row level security', tab);
    execute format('alter table public.%I force row level security', tab);
    execute format('create policy owner_all on public.%I to mufakat_owner using (true) with check (true)', tab);
    execute format('grant insert on public.%I to mufakat_app', tab);
    if tab not in ('information_requesters', 'information_request_tokens', 'information_request_texts') then
      execute format('create policy job_read on public.%I for select to mufakat_jobs using ((select mufakat.kind()) = ''job'')', tab);
      execute format('grant select on public.%I to mufakat_app, mufakat_jobs', tab);
    end if;
  end loop;
end $$;

create policy app_read on information_requests for select to mufakat_app using ((select mufakat.kind()) is not null);
call mufakat.close_with_programme('information_requests', 'mufakat_app', 'id in (select mufakat.followed_requests())');
create policy app_add on information_requests for insert to mufakat_app with check (
  (select mufakat.kind()) in ('visitor', 'person') and (programme_id is null or programme_id in (select p.id from programmes p))
  and case channel when 'web' then created_by is null
    else created_by = (select mufakat.person()) and (select mufakat.has_role('facilitator')) end);

-- Brought once, when the request is made; a second token for a request is refused by its key.
create policy app_add on information_request_tokens for insert to mufakat_app with check ((select mufakat.kind()) in ('visitor', 'person'));

create policy app_read on information_requesters for select to mufakat_app using (
  (select mufakat.has_role('information-officer')) or request_id in (select mufakat.followed_requests()));
create policy app_add on information_requesters for insert to mufakat_app with check (
  request_id in (select mufakat.followed_requests()) and (person_id is null or person_id = (select mufakat.person())));
grant select on information_requesters to mufakat_app;
-- The job that writes to the requester reads where to, and nothing else of them.
create policy job_mails on information_requesters for select to mufakat_jobs using ((select mufakat.job()) in ('information-request-mails', 'information-request-retention'));
create policy job_erases on information_requesters for update to mufakat_jobs using ((select mufakat.job()) = 'information-request-retention');
grant select (request_id, email, erased_at) on information_requesters to mufakat_jobs;
grant update (name, identity_number, email, phone, address, person_id, sent_hash, erased_at) on information_requesters to mufakat_jobs;

create policy app_read on information_request_texts for select to mufakat_app using (
  (select mufakat.has_role('information-officer'))
  or (kind not in ('instruction', 'material') and request_id in (select mufakat.followed_requests()))
  or (kind in ('asked', 'purpose', 'question', 'reply', 'instruction', 'material') and request_id in (select mufakat.held_requests()))
  or request_id in (select mufakat.reconsidered_requests()));
create policy app_add on information_request_texts for insert to mufakat_app with check (
  case when kind in ('asked', 'purpose', 'manner', 'reply', 'objection')
      then created_by is null and request_id in (select mufakat.followed_requests())
    when kind = 'material' then created_by = (select mufakat.person()) and request_id in (select mufakat.held_requests())
    when kind = 'reconsideration' then created_by = (select mufakat.person()) and request_id in (select mufakat.reconsidered_requests())
    else created_by = (select mufakat.person()) and (select mufakat.has_role('information-officer')) end);
grant select on information_request_texts to mufakat_app;
create policy job_erase_read on information_request_texts for select to mufakat_jobs using ((select mufakat.job()) = 'information-request-retention');
create policy job_erases on information_request_texts for update to mufakat_jobs using ((select mufakat.job()) = 'information-request-retention');
grant select (id, request_id, kind, erased_at), update (body, links, erased_at) on information_request_texts to mufakat_jobs;

create policy app_read on information_request_steps for select to mufakat_app using (
  exists (select from information_requests r where r.id = request_id));
create policy app_add on information_request_steps for insert to mufakat_app with check (
  case when kind in ('resumed', 'withdrawn', 'objected', 'disputed')
      then created_by is null and request_id in (select mufakat.followed_requests())
    when kind = 'returned' then created_by = (select mufakat.person()) and request_id in (select mufakat.held_requests())
    when kind = 'reconsidered' then created_by = (select mufakat.person()) and request_id in (select mufakat.reconsidered_requests())
    else created_by = (select mufakat.person()) and (select mufakat.has_role('information-officer')) end);

create policy app_read on information_request_wordings for select to mufakat_app using (
  exists (select from information_requests r where r.id = request_id));
create policy app_add on information_request_wordings for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and (select mufakat.has_role('information-officer')));

create policy app_read on information_publications for select to mufakat_app using (
  exists (select from information_requests r where r.id = request_id));
create policy app_add on information_publications for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and (select mufakat.has_role('information-officer')));

-- Whoever asks a public body for information does so unnamed in the log, signed in or not.
drop policy app_add on events;
create policy app_add on events for insert to mufakat_app with check (
  (select mufakat.kind()) in ('visitor', 'person')
  and (person_id is not distinct from (select mufakat.person()) or (person_id is null and subject_kind = 'information-request'
    and name in ('information-request.received', 'information-request.resumed', 'information-request.withdrawn',
      'information-request.objected', 'information-request.disputed')))
  and (programme_id is null or class = 'public' or programme_id = any (array(select mufakat.member_programmes()))));
