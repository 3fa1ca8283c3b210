-- What is found of each kind of record. The words of a comment are those that everyone may read: of a mention only "@…".
create function mufakat.unnamed_words(comment uuid, body text) returns text
language plpgsql stable set search_path = '' as $$
declare
  said text := body;
  typed text;
begin
  if body is null or position('@' in body) = 0 then return body; end if;
  for typed in
    select (select string_agg(regexp_replace(w.word, '([^[:alnum:]])', '\\\1', 'g'), '(?:\s' order by w.place) || repeat(')?', count(*)::int - 1)
      from regexp_split_to_table(p.name, '\s+') with ordinality w(word, place))
    from public.comment_mentions m join public.people p on p.id = m.person_id
    where m.comment_id = comment order by length(p.name) desc
  loop
    said := regexp_replace(said, '@' || typed, '@…', 'gi');
  end loop;
  return said;
end $$;

create view mufakat.search_sources as
  select p.id, 'programme' as kind, p.id as programme_id, p.owner_id, p.class, null::uuid as within_id, null::text as code,
    coalesce(p.starts_on, (p.created_at at time zone 'Asia/Jakarta')::date) as on_day, p.lang, p.name as title, p.name_en as title_en,
    concat_ws(' ', p.summary, p.summary_en, p.place) as body
  from public.programmes p
  union all
  select o.id, 'objective', o.programme_id, o.owner_id, o.class, null, null, (o.created_at at time zone 'Asia/Jakarta')::date, o.lang,
    o.title, o.title_en, concat_ws(' ', o.code, o.summary, o.summary_en)
  from public.objectives o
  union all
  select c.id, 'commitment', c.programme_id, c.owner_id, c.class, null, null, (c.created_at at time zone 'Asia/Jakarta')::date, c.lang,
    c.title, c.title_en, coalesce(c.expected_evidence, '')
  from public.commitments c
  union all
  select t.id, 'task', t.programme_id, t.owner_id, t.class, null, null, (t.created_at at time zone 'Asia/Jakarta')::date, t.lang,
    t.title, t.title_en, concat_ws(' ', t.code, t.target_group)
  from public.tasks t
  union all
  select d.id, 'decision', d.programme_id, d.owner_id, d.class, null, null, d.raised_on, d.lang, d.question, d.question_en,
    concat_ws(' ', (select concat_ws(' ', u.answer, u.reason) from public.decision_publications u where u.decision_id = d.id), d.background,
      (select string_agg(concat_ws(' ', n.title, n.body), ' ' order by n.position) from public.decision_options n where n.decision_id = d.id),
      (select string_agg(s.body, ' ' order by s.created_at) from public.dissents s where s.decision_id = d.id))
  from public.decisions d
  union all
  select m.id, 'meeting', m.programme_id, m.owner_id, m.class, null, null, (m.starts_at at time zone m.zone)::date, m.lang,
    m.title, m.title_en, coalesce(m.place, '')
  from public.meetings m
  union all
  -- where it stands last
  select a.id, 'agenda-item', a.programme_id, a.owner_id, a.class, x.meeting_id, null, (a.created_at at time zone 'Asia/Jakarta')::date, a.lang,
    a.title, null, coalesce(a.body, '')
  from public.agenda_items a join lateral (select l.meeting_id from public.agenda_places l where l.item_id = a.id
    order by l.created_at desc, l.id desc limit 1) x on true
  union all
  -- the newest confirmed version, and a newer draft
  select v.id, 'minutes', v.programme_id, v.owner_id, v.class, v.meeting_id, null, (m.starts_at at time zone m.zone)::date, v.lang,
    m.title, m.title_en, v.body
  from public.minutes_versions v join public.meetings m on m.id = v.meeting_id
  where not exists (select from public.minutes_versions w where w.meeting_id = v.meeting_id and w.number > v.number
    and (w.status = 'confirmed' or v.status = 'draft'))
  union all
  select c.id, 'comment', s.programme_id, s.owner_id, s.class, s.id, null, (c.created_at at time zone 'Asia/Jakarta')::date, c.lang, '', null,
    mufakat.unnamed_words(c.id, (select string_agg(v.body, ' ' order by v.number) from public.comment_versions v
      where v.comment_id = c.id and (v.correction or not exists (select from public.comment_versions w
        where w.comment_id = c.id and w.number > v.number and not w.correction))))
  from public.comments c join public.discussion_subjects s on s.id = c.subject_id
  where not c.hidden and exists (select from public.comment_versions v where v.comment_id = c.id)
  union all
  select d.id, 'document', d.programme_id, d.owner_id, d.class, case when d.class = s.class then s.id end, null,
    (d.created_at at time zone 'Asia/Jakarta')::date, d.lang, d.title, null, translate(d.file_name, '._-', '   ')
  from public.documents d join public.document_subjects s on s.id = d.subject_id
  where not exists (select from public.document_withdrawals w where w.document_id = d.id)
  union all
  select o.id, 'obstacle', o.programme_id, o.owner_id, o.class, null, o.detector, o.opened_on, o.lang, '', null, ''
  from public.obstacles o
  union all
  -- the public register's own words, once there are any, and what was published of the answer
  select r.id, 'information-request', r.programme_id, r.owner_id, r.class, null, null, coalesce(a.published_on, r.received_on),
    coalesce(a.lang, r.lang), w.subject, null, concat_ws(' ', a.title, a.body, w.purpose)
  from public.information_requests r
  join lateral (select x.subject, x.purpose from public.information_request_wordings x where x.request_id = r.id
    order by x.created_at desc, x.id desc limit 1) w on true
  left join lateral (select y.* from public.information_publications y where y.request_id = r.id
    order by y.created_at desc, y.id desc limit 1) a on not a.withdrawn
  union all
  select o.id, 'organisation', null, null, 'public', null, null, (o.created_at at time zone 'Asia/Jakarta')::date, o.lang,
    concat_ws(' · ', o.name, o.acronym), null,
    coalesce((select string_agg(n.name, ' · ') from public.organisation_names n where n.organisation_id = o.id and n.name <> o.name), '')
  from public.organisations o where o.merged_into_id is null;

-- Of each kind a function of its own, whose plan a connection keeps: planning the whole view took 1.4 ms a row. What is
-- there keeps its place in the order of arrival.
do $do$
declare kind text;
begin
  foreach kind in array array['programme', 'objective', 'commitment', 'task', 'decision', 'meeting', 'agenda-item', 'minutes', 'comment', 'document',
    'obstacle', 'information-request', 'organisation'] loop
    execute format($create$
      create function mufakat.%1$I(ids uuid[]) returns void
      language plpgsql security definer set search_path = '' as $$ begin
        update public.search_texts t set programme_id = s.programme_id, owner_id = s.owner_id, class = s.class, within_id = s.within_id,
            code = s.code, on_day = s.on_day, lang = s.lang, title = s.title, title_en = s.title_en, body = left(s.body, 20000),
            words = mufakat.search_words(s.lang, s.title, s.title_en, left(s.body, 20000))
          from mufakat.search_sources s where s.kind = %2$L and s.id = any (ids) and t.id = s.id;
        insert into public.search_texts (id, kind, programme_id, owner_id, class, within_id, code, on_day, lang, title, title_en, body, words)
          select s.id, s.kind, s.programme_id, s.owner_id, s.class, s.within_id, s.code, s.on_day, s.lang, s.title, s.title_en, left(s.body, 20000),
            mufakat.search_words(s.lang, s.title, s.title_en, left(s.body, 20000))
          from mufakat.search_sources s where s.kind = %2$L and s.id = any (ids)
            and not exists (select from public.search_texts t where t.id = s.id);
        delete from public.search_texts t where t.id = any (ids)
          and not exists (select from mufakat.search_sources s where s.kind = %2$L and s.id = t.id);
      end $$ $create$, 'texts_of_' || replace(kind, '-', '_'), kind);
    execute format('revoke execute on function mufakat.%I from public', 'texts_of_' || replace(kind, '-', '_'));
  end loop;
end $do$;

-- A changed row one by one, since only so may columns be named; new ones together, since many may come at once.
create function mufakat.keep_text() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  execute format('select mufakat.%I(array[$1])', 'texts_of_' || replace(tg_argv[0], '-', '_')) using (to_jsonb(new) ->> tg_argv[1])::uuid;
  return null;
end $$;
create function mufakat.keep_new_texts() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  execute format('select mufakat.%I(array(select distinct %I from added))', 'texts_of_' || replace(tg_argv[0], '-', '_'), tg_argv[1]);
  return null;
end $$;

-- What follows a row of another table: comments their record, versions of minutes their meeting and each other.
create function mufakat.keep_texts_within() returns trigger
language plpgsql security definer set search_path = '' as $$
declare whole uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
begin
  if tg_argv[0] = 'comment' then
    perform mufakat.texts_of_comment(array(select c.id from public.comments c where c.subject_id = whole));
  else
    perform mufakat.texts_of_minutes(array(select v.id from public.minutes_versions v where v.meeting_id = whole));
  end if;
  return null;
end $$;

-- Rows of `tab` are what a record of `kind` is found by; `key` is the column with its id, `columns` the ones that matter.
create procedure mufakat.open_to_search(tab text, kind text, key text default 'id', columns text default null)
language plpgsql set search_path = '' as $$
declare name text := 'search_' || replace(kind, '-', '_');
begin
  execute format('create trigger %I after insert on public.%I referencing new table as added
    for each statement execute function mufakat.keep_new_texts(%L, %L)', name || '_added', tab, kind, key);
  execute format('create trigger %I after update%s on public.%I for each row execute function mufakat.keep_text(%L, %L)',
    name, coalesce(' of ' || columns, ''), tab, kind, key);
end $$;
call mufakat.open_to_search('programmes', 'programme', 'id', 'name, name_en, summary, summary_en, lang, class, owner_id, place, starts_on');
call mufakat.open_to_search('objectives', 'objective', 'id', 'title, title_en, summary, summary_en, lang, class, owner_id, code');
call mufakat.open_to_search('commitments', 'commitment', 'id', 'title, title_en, lang, class, owner_id, expected_evidence');
call mufakat.open_to_search('tasks', 'task', 'id', 'title, title_en, lang, class, owner_id, code, target_group');
call mufakat.open_to_search('decisions', 'decision', 'id', 'question, question_en, background, lang, class, owner_id');
call mufakat.open_to_search('decision_publications', 'decision', 'decision_id');
call mufakat.open_to_search('decision_options', 'decision', 'decision_id');
call mufakat.open_to_search('dissents', 'decision', 'decision_id');
call mufakat.open_to_search('meetings', 'meeting', 'id', 'title, title_en, lang, class, owner_id, starts_at, place');
call mufakat.open_to_search('agenda_items', 'agenda-item', 'id', 'title, body, lang, class, owner_id');
call mufakat.open_to_search('agenda_places', 'agenda-item', 'item_id');
call mufakat.open_to_search('comments', 'comment', 'id', 'hidden');
call mufakat.open_to_search('comment_versions', 'comment', 'comment_id');
call mufakat.open_to_search('comment_mentions', 'comment', 'comment_id');
call mufakat.open_to_search('documents', 'document', 'id', 'title, class, owner_id');
call mufakat.open_to_search('document_withdrawals', 'document', 'document_id');
call mufakat.open_to_search('obstacles', 'obstacle', 'id', 'class, owner_id');
call mufakat.open_to_search('information_requests', 'information-request', 'id', 'programme_id, owner_id, state');
call mufakat.open_to_search('information_request_wordings', 'information-request', 'request_id');
call mufakat.open_to_search('information_publications', 'information-request', 'request_id');
call mufakat.open_to_search('organisations', 'organisation', 'id', 'name, acronym, lang, merged_into_id');
call mufakat.open_to_search('organisation_names', 'organisation', 'organisation_id');
create trigger search_comments after update of class, owner_id on discussion_subjects
  for each row execute function mufakat.keep_texts_within('comment', 'id');
create trigger search_minutes after insert or update of class, owner_id on minutes_versions
  for each row execute function mufakat.keep_texts_within('minutes', 'meeting_id');
create trigger search_minutes_title after update of title, title_en, starts_at on meetings
  for each row execute function mufakat.keep_texts_within('minutes', 'id');

insert into search_texts (id, kind, programme_id, owner_id, class, within_id, code, on_day, lang, title, title_en, body, words)
  select s.id, s.kind, s.programme_id, s.owner_id, s.class, s.within_id, s.code, s.on_day, s.lang, s.title, s.title_en, left(s.body, 20000),
    mufakat.search_words(s.lang, s.title, s.title_en, left(s.body, 20000))
  from mufakat.search_sources s order by s.on_day, s.id;
