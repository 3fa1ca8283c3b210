-- Also found: charters that were signed, escalations, mitigations, redactions, the evidence of tasks, and the words inside
-- of files. `page`: what the address of its page needs besides: the record it is read with, or its number.
alter table search_texts add column page text;

create or replace view mufakat.search_sources as
  select p.id, 'programme' as kind, p.id as programme_id, p.owner_id, p.class, null::uuid as within_id, null::text as code,
    coalesce(p.starts_on, (p.created_at at time zone 'Asia/Jakarta')::date) as on_day, p.lang, p.name as title, p.name_en as title_en,
    concat_ws(' ', p.summary, p.summary_en, p.place) as body, null::text as page
  from public.programmes p
  union all
  select o.id, 'objective', o.programme_id, o.owner_id, o.class, null, null, (o.created_at at time zone 'Asia/Jakarta')::date, o.lang,
    o.title, o.title_en, concat_ws(' ', o.code, o.summary, o.summary_en), null
  from public.objectives o
  union all
  select c.id, 'commitment', c.programme_id, c.owner_id, c.class, null, null, (c.created_at at time zone 'Asia/Jakarta')::date, c.lang,
    c.title, c.title_en, coalesce(c.expected_evidence, ''), null
  from public.commitments c
  union all
  select t.id, 'task', t.programme_id, t.owner_id, t.class, null, null, (t.created_at at time zone 'Asia/Jakarta')::date, t.lang,
    t.title, t.title_en, concat_ws(' ', t.code, t.target_group,
      (select string_agg(concat_ws(' ', e.what, e.what_en, e.body), ' ' order by e.created_at, e.id) from public.task_evidence e where e.task_id = t.id)), null
  from public.tasks t
  union all
  select d.id, 'decision', d.programme_id, d.owner_id, d.class, null, null, d.raised_on, d.lang, d.question, d.question_en,
    concat_ws(' ', (select concat_ws(' ', u.answer, u.reason) from public.decision_publications u where u.decision_id = d.id), d.background,
      (select string_agg(concat_ws(' ', n.title, n.body), ' ' order by n.position) from public.decision_options n where n.decision_id = d.id),
      (select string_agg(s.body, ' ' order by s.created_at) from public.dissents s where s.decision_id = d.id)), null
  from public.decisions d
  union all
  select m.id, 'meeting', m.programme_id, m.owner_id, m.class, null, null, (m.starts_at at time zone m.zone)::date, m.lang,
    m.title, m.title_en, coalesce(m.place, ''), null
  from public.meetings m
  union all
  -- where it stands last
  select a.id, 'agenda-item', a.programme_id, a.owner_id, a.class, x.meeting_id, null, (a.created_at at time zone 'Asia/Jakarta')::date, a.lang,
    a.title, null, coalesce(a.body, ''), null
  from public.agenda_items a join lateral (select l.meeting_id from public.agenda_places l where l.item_id = a.id
    order by l.created_at desc, l.id desc limit 1) x on true
  union all
  -- the newest confirmed version, and a newer draft
  select v.id, 'minutes', v.programme_id, v.owner_id, v.class, v.meeting_id, null, (m.starts_at at time zone m.zone)::date, v.lang,
    m.title, m.title_en, v.body, null
  from public.minutes_versions v join public.meetings m on m.id = v.meeting_id
  where not exists (select from public.minutes_versions w where w.meeting_id = v.meeting_id and w.number > v.number
    and (w.status = 'confirmed' or v.status = 'draft'))
  union all
  select c.id, 'comment', s.programme_id, s.owner_id, s.class, s.id, null, (c.created_at at time zone 'Asia/Jakarta')::date, c.lang, '', null,
    mufakat.unnamed_words(c.id, (select string_agg(v.body, ' ' order by v.number) from public.comment_versions v
      where v.comment_id = c.id and (v.correction or not exists (select from public.comment_versions w
        where w.comment_id = c.id and w.number > v.number and not w.correction)))), null
  from public.comments c join public.discussion_subjects s on s.id = c.subject_id
  where not c.hidden and exists (select from public.comment_versions v where v.comment_id = c.id)
  union all
  select d.id, 'document', d.programme_id, d.owner_id, d.class, case when d.class = s.class then s.id end, null,
    (d.created_at at time zone 'Asia/Jakarta')::date, d.lang, d.title, null, concat_ws(' ', translate(d.file_name, '._-', '   '), x.body), null
  from public.documents d join public.document_subjects s on s.id = d.subject_id left join public.document_texts x on x.document_id = d.id
  where not exists (select from public.document_withdrawals w where w.document_id = d.id)
  union all
  select o.id, 'obstacle', o.programme_id, o.owner_id, o.class, null, o.detector, o.opened_on, o.lang, '', null, '', null
  from public.obstacles o
  union all
  -- the public register's own words, once there are any, and what was published of the answer
  select r.id, 'information-request', r.programme_id, r.owner_id, r.class, null, null, coalesce(a.published_on, r.received_on),
    coalesce(a.lang, r.lang), w.subject, null, concat_ws(' ', a.title, a.body, w.purpose), null
  from public.information_requests r
  join lateral (select x.subject, x.purpose from public.information_request_wordings x where x.request_id = r.id
    order by x.created_at desc, x.id desc limit 1) w on true
  left join lateral (select y.* from public.information_publications y where y.request_id = r.id
    order by y.created_at desc, y.id desc limit 1) a on not a.withdrawn
  union all
  select o.id, 'organisation', null, null, 'public', null, null, (o.created_at at time zone 'Asia/Jakarta')::date, o.lang,
    concat_ws(' · ', o.name, o.acronym), null,
    coalesce((select string_agg(n.name, ' · ') from public.organisation_names n where n.organisation_id = o.id and n.name <> o.name), ''), null
  from public.organisations o where o.merged_into_id is null
  union all
  -- what was agreed and signed; not what is being drafted or waits for signatures
  select v.id, 'charter', v.programme_id, v.owner_id, v.class, null, null, coalesce(v.in_force_on, (v.created_at at time zone 'Asia/Jakarta')::date),
    v.lang, concat(p.name, ' · ', v.number), p.name_en || ' · ' || v.number,
    concat_ws(' ', v.purpose, v.purpose_en, v.mandate, v.mandate_en, v.office, v.office_en,
      (select string_agg(said #>> '{}', ' ') from jsonb_path_query(jsonb_build_array(v.legal_basis, v.roles, v.services, v.territories),
        '$[*][*] ? (@.type() == "object").keyvalue() ? (@.key starts with "title" || @.key starts with "name").value') said)), v.number::text
  from public.charter_versions v join public.programmes p on p.id = v.programme_id where v.status in ('in-force', 'superseded')
  union all
  select e.id, 'escalation', e.programme_id, e.owner_id, e.class, null, null, e.raised_on, e.lang, e.question, null,
    concat_ws(' ', e.tried, (select string_agg(a.reason, ' ' order by a.created_at, a.id) from public.escalation_answers a where a.escalation_id = e.id),
      (select w.reason from public.escalation_withdrawals w where w.escalation_id = e.id)), null
  from public.escalations e
  union all
  -- in its own words, or named by the catalogue; read on the page of its obstacle
  select m.id, 'mitigation', m.programme_id, m.owner_id, m.class, null, o.detector || '.' || m.key, (m.created_at at time zone 'Asia/Jakarta')::date,
    m.lang, coalesce(m.text, ''), null,
    coalesce((select string_agg(x.note, ' ' order by x.created_at, x.id) from public.mitigation_moves x where x.mitigation_id = m.id), ''), m.obstacle_id::text
  from public.mitigations m join public.obstacles o on o.id = m.obstacle_id
  union all
  -- the words that stay open, and why the others are withheld, as the public is told
  select r.id, 'redaction', r.programme_id, r.owner_id, 'public', null, null, (r.created_at at time zone 'Asia/Jakarta')::date, r.lang, r.title, null,
    concat_ws(' ', (select string_agg(said #>> '{}', ' ') from jsonb_path_query(r.passages, '$[*].text') said),
      (select string_agg(said #>> '{}', ' ') from jsonb_path_query(r.cells, '$.columns[*]') said),
      (select string_agg(said #>> '{}', ' ') from jsonb_path_query(r.cells, '$.rows[*].label') said),
      c.label, c.place, c.information, c.harm, c.weighing, c.stays_open), null
  from public.redactions r join public.classifications c on c.id = r.classification_id where not c.hides_existence;

-- All of a record is found by its first 100,000 letters, and an excerpt is shown of the first 20,000.
do $do$
declare kind text;
begin
  foreach kind in array array['programme', 'objective', 'commitment', 'task', 'decision', 'meeting', 'agenda-item', 'minutes', 'comment', 'document',
    'obstacle', 'information-request', 'organisation', 'charter', 'escalation', 'mitigation', 'redaction'] loop
    execute format($create$
      create or replace function mufakat.%1$I(ids uuid[]) returns void
      language plpgsql security definer set search_path = '' as $$ begin
        update public.search_texts t set programme_id = s.programme_id, owner_id = s.owner_id, class = s.class, within_id = s.within_id,
            code = s.code, on_day = s.on_day, lang = s.lang, title = s.title, title_en = s.title_en, body = left(s.body, 20000), page = s.page,
            words = mufakat.search_words(s.lang, s.title, s.title_en, left(s.body, 100000))
          from mufakat.search_sources s where s.kind = %2$L and s.id = any (ids) and t.id = s.id;
        insert into public.search_texts (id, kind, programme_id, owner_id, class, within_id, code, on_day, lang, title, title_en, body, page, words)
          select s.id, s.kind, s.programme_id, s.owner_id, s.class, s.within_id, s.code, s.on_day, s.lang, s.title, s.title_en, left(s.body, 20000), s.page,
            mufakat.search_words(s.lang, s.title, s.title_en, left(s.body, 100000))
          from mufakat.search_sources s where s.kind = %2$L and s.id = any (ids)
            and not exists (select from public.search_texts t where t.id = s.id);
        delete from public.search_texts t where t.id = any (ids)
          and not exists (select from mufakat.search_sources s where s.kind = %2$L and s.id = t.id);
      end $$ $create$, 'texts_of_' || replace(kind, '-', '_'), kind);
    execute format('revoke execute on function mufakat.%I from public', 'texts_of_' || replace(kind, '-', '_'));
  end loop;
end $do$;

create function mufakat.keep_charters() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  perform mufakat.texts_of_charter(array(select v.id from public.charter_versions v where v.programme_id = new.id));
  return null;
end $$;
create trigger search_charters after update of name, name_en on programmes for each row execute function mufakat.keep_charters();
call mufakat.open_to_search('charter_versions', 'charter', 'id', 'status, in_force_on, class, owner_id, lang, purpose, purpose_en, mandate, mandate_en, office, office_en, legal_basis, roles, services, territories');
call mufakat.open_to_search('escalations', 'escalation', 'id', 'class, owner_id');
call mufakat.open_to_search('escalation_answers', 'escalation', 'escalation_id');
call mufakat.open_to_search('escalation_withdrawals', 'escalation', 'escalation_id');
call mufakat.open_to_search('mitigations', 'mitigation', 'id', 'class, owner_id');
call mufakat.open_to_search('mitigation_moves', 'mitigation', 'mitigation_id');
call mufakat.open_to_search('redactions', 'redaction');
call mufakat.open_to_search('task_evidence', 'task', 'task_id');
call mufakat.open_to_search('document_texts', 'document', 'document_id', 'body');

select mufakat.texts_of_charter(array(select id from charter_versions order by created_at, id)),
  mufakat.texts_of_escalation(array(select id from escalations order by created_at, id)),
  mufakat.texts_of_mitigation(array(select id from mitigations order by created_at, id)),
  mufakat.texts_of_redaction(array(select id from redactions order by created_at, id)),
  mufakat.texts_of_task(array(select distinct task_id from task_evidence));
