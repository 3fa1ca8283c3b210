-- Every record that can be discussed, under its own id. Triggers of the records' tables keep class, owner and
-- programme the same, so whoever may not see a record sees neither its comments nor their number.
create table discussion_subjects (
  id uuid primary key,
  kind text not null,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null,
  -- of comments, hidden ones too: a stub stands for each
  comments integer not null default 0
);
create index on discussion_subjects (programme_id);

call mufakat.protect_records('discussion_subjects', '{}', 'programme_id', 'id');
drop policy app_add on discussion_subjects;
drop policy app_change on discussion_subjects;
drop policy job_add on discussion_subjects;
drop policy job_change on discussion_subjects;
revoke insert on discussion_subjects from mufakat_app, mufakat_jobs;

create function mufakat.keep_subject() returns trigger
language plpgsql security definer set search_path = '' as $$
declare programme uuid := case when tg_table_name = 'programmes' then new.id else (to_jsonb(new) ->> 'programme_id')::uuid end;
begin
  insert into public.discussion_subjects (id, kind, programme_id, owner_id, class)
    values (new.id, tg_argv[0], programme, new.owner_id, new.class)
    on conflict (id) do update set owner_id = excluded.owner_id, class = excluded.class;
  return null;
end $$;

-- Opens the records of one table to discussion. Its rows have id, owner_id and class, and a programme.
create procedure mufakat.open_to_discussion(tab text, kind text)
language plpgsql set search_path = '' as $$
begin
  execute format('insert into public.discussion_subjects (id, kind, programme_id, owner_id, class)
    select id, %L, %I, owner_id, class from public.%I', kind, case when tab = 'programmes' then 'id' else 'programme_id' end, tab);
  execute format('create trigger keep_subject after insert or update of owner_id, class on public.%I
    for each row execute function mufakat.keep_subject(%L)', tab, kind);
end $$;
call mufakat.open_to_discussion('programmes', 'programme');
call mufakat.open_to_discussion('objectives', 'objective');
call mufakat.open_to_discussion('tasks', 'task');
call mufakat.open_to_discussion('commitments', 'commitment');
call mufakat.open_to_discussion('decisions', 'decision');
call mufakat.open_to_discussion('obstacles', 'obstacle');

-- Whether residents may comment on public records; the newest row counts, none means yes.
create table discussion_settings (
  id uuid primary key,
  programme_id uuid not null references programmes,
  public_comments boolean not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on discussion_settings (programme_id, id desc);
alter table discussion_settings enable row level security;
alter table discussion_settings force row level security;
create policy owner_all on discussion_settings to mufakat_owner using (true) with check (true);
create policy app_read on discussion_settings for select to mufakat_app
  using (exists (select from public.programmes p where p.id = discussion_settings.programme_id));
create policy job_read on discussion_settings for select to mufakat_jobs
  using (exists (select from public.programmes p where p.id = discussion_settings.programme_id));
create policy app_add on discussion_settings for insert to mufakat_app with check (
  programme_id = any (array(select mufakat.coordinated_programmes())) and created_by = (select mufakat.person()));
grant select, insert on discussion_settings to mufakat_app;
grant select on discussion_settings to mufakat_jobs;

create function mufakat.closed_discussions() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select s.programme_id from (select distinct on (d.programme_id) d.programme_id, d.public_comments
    from public.discussion_settings d order by d.programme_id, d.id desc) s where not s.public_comments;
end $$;

-- Comments and questions; a reply names the comment it stands under. Ids sort by time.
create table comments (
  id uuid primary key,
  subject_id uuid not null references discussion_subjects,
  programme_id uuid not null references programmes,
  parent_id uuid references comments,
  quotes_id uuid references comments,
  kind text not null check (kind in ('comment', 'question')),
  lang language_code not null,
  -- the party in whose name; none for residents
  organisation_id uuid references organisations,
  -- kept by the acts of moderation
  hidden boolean not null default false,
  created_at timestamptz not null,
  created_by uuid not null references people
);
create index on comments (subject_id, id) where parent_id is null;
create index on comments (parent_id, id) where parent_id is not null;
create index on comments (programme_id, id);
create index on comments (created_by, id);
create index on comments (created_at);

call mufakat.protect_details('comments', 'discussion_subjects', 'subject_id');
drop policy app_add on comments;
drop policy app_change on comments;
create policy app_add on comments for insert to mufakat_app with check (
  created_by = (select mufakat.person())
  and exists (select from public.discussion_subjects s where s.id = comments.subject_id and s.programme_id = comments.programme_id
    and (s.programme_id = any (array(select mufakat.seat_programmes()))
      or (s.class = 'public' and not s.programme_id = any (array(select mufakat.closed_discussions()))))));
revoke insert on comments from mufakat_jobs;

create function mufakat.comment_belongs() returns trigger
language plpgsql security definer set search_path = '' as $$
declare sits boolean := new.organisation_id is null or exists (select from public.seats s
  where s.person_id = new.created_by and s.programme_id = new.programme_id and s.organisation_id = new.organisation_id
    and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today());
begin
  if new.hidden or not sits
    or (new.parent_id is not null and (new.kind <> 'comment' or not exists (select from public.comments c
      where c.id = new.parent_id and c.subject_id = new.subject_id and c.parent_id is null and not c.hidden)))
    or (new.quotes_id is not null and not exists (select from public.comments c
      where c.id = new.quotes_id and new.parent_id in (c.id, c.parent_id)))
  then raise exception 'this comment does not belong there' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger belongs before insert on comments for each row execute function mufakat.comment_belongs();

create function mufakat.comment_counted() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  update public.discussion_subjects set comments = comments + 1 where id = new.subject_id;
  return null;
end $$;
create trigger counted after insert on comments for each row execute function mufakat.comment_counted();

-- Every wording is kept: the first, edits of the first fifteen minutes, and corrections after that.
create table comment_versions (
  id uuid primary key,
  comment_id uuid not null references comments,
  number integer not null check (number > 0),
  correction boolean not null default false,
  body text not null check (length(body) between 1 and 5000),
  created_at timestamptz not null,
  created_by uuid,
  unique (comment_id, number)
);
call mufakat.protect_details('comment_versions', 'comments', 'comment_id');
drop policy app_read on comment_versions;
drop policy app_add on comment_versions;
drop policy app_change on comment_versions;
drop policy job_read on comment_versions;
-- The words of a hidden comment are read by its author and by those who oversee the programme.
create policy app_read on comment_versions for select to mufakat_app using (
  exists (select from public.comments c where c.id = comment_versions.comment_id
    and (not c.hidden or c.created_by = (select mufakat.person()) or c.programme_id = any (array(select mufakat.overseen_programmes())))));
create policy job_read on comment_versions for select to mufakat_jobs using (
  exists (select from public.comments c where c.id = comment_versions.comment_id and not c.hidden));
create policy app_add on comment_versions for insert to mufakat_app with check (
  created_by = (select mufakat.person())
  and exists (select from public.comments c where c.id = comment_versions.comment_id and c.created_by = (select mufakat.person())
    and not c.hidden and (comment_versions.correction or comment_versions.created_at <= c.created_at + interval '15 minutes')));
revoke insert on comment_versions from mufakat_jobs;

-- Whom a comment mentions: people with a seat in the programme.
create table comment_mentions (
  comment_id uuid not null references comments,
  person_id uuid not null references people,
  created_at timestamptz not null,
  created_by uuid,
  primary key (comment_id, person_id)
);
create index on comment_mentions (person_id, comment_id);
call mufakat.protect_details('comment_mentions', 'comments', 'comment_id');
drop policy app_add on comment_mentions;
drop policy app_change on comment_mentions;
create policy app_add on comment_mentions for insert to mufakat_app with check (
  created_by = (select mufakat.person())
  and exists (select from public.comments c join public.seats s on s.programme_id = c.programme_id
    where c.id = comment_mentions.comment_id and c.created_by = (select mufakat.person()) and s.person_id = comment_mentions.person_id));
revoke insert on comment_mentions from mufakat_jobs;

-- "Answered by": said by who asked, by the owner of the record, or by the coordination team.
create table question_answers (
  id uuid primary key,
  question_id uuid not null references comments,
  answer_id uuid not null references comments,
  created_at timestamptz not null,
  created_by uuid,
  unique (question_id, answer_id)
);
create index on question_answers (answer_id);
call mufakat.protect_details('question_answers', 'comments', 'question_id');
drop policy app_add on question_answers;
drop policy app_change on question_answers;
create policy app_add on question_answers for insert to mufakat_app with check (
  created_by = (select mufakat.person())
  and exists (select from public.comments q join public.discussion_subjects s on s.id = q.subject_id
    join public.comments a on a.parent_id = q.id
    where q.id = question_answers.question_id and a.id = question_answers.answer_id and q.kind = 'question' and not a.hidden
      and (q.created_by = (select mufakat.person()) or s.programme_id = any (array(select mufakat.coordinated_programmes()))
        or (s.programme_id, s.owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o))));
revoke insert on question_answers from mufakat_jobs;

-- Hidden with a reason; the author may object once; someone else decides, once.
create table comment_moderations (
  id uuid primary key,
  comment_id uuid not null references comments,
  act text not null check (act in ('hide', 'contest', 'uphold', 'restore')),
  reason text not null check (length(reason) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid,
  unique (comment_id, act)
);
call mufakat.protect_details('comment_moderations', 'comments', 'comment_id');
drop policy app_add on comment_moderations;
drop policy app_change on comment_moderations;
create policy app_add on comment_moderations for insert to mufakat_app with check (
  created_by = (select mufakat.person())
  and exists (select from public.comments c where c.id = comment_moderations.comment_id
    and case comment_moderations.act when 'contest' then c.created_by = (select mufakat.person())
      else c.created_by <> (select mufakat.person())
        and (c.programme_id = any (array(select mufakat.coordinated_programmes())) or (select mufakat.has_role('information-officer'))) end));
revoke insert on comment_moderations from mufakat_jobs;

create function mufakat.moderation_in_order() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  is_hidden boolean;
  acts text[];
  hider uuid;
begin
  if mufakat.kind() is null then return new; end if;
  select c.hidden into is_hidden from public.comments c where c.id = new.comment_id for update;
  select array_agg(m.act), (array_agg(m.created_by) filter (where m.act = 'hide'))[1] into acts, hider
    from public.comment_moderations m where m.comment_id = new.comment_id;
  if (new.act = 'hide' and acts is not null)
    or (new.act = 'contest' and acts is distinct from array['hide'])
    or (new.act in ('uphold', 'restore') and (not is_hidden or not coalesce('contest' = any (acts), false)
      or 'uphold' = any (acts) or new.created_by = hider))
  then raise exception 'this act of moderation is out of order' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger in_order before insert on comment_moderations for each row execute function mufakat.moderation_in_order();

create function mufakat.moderation_shown() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if new.act in ('hide', 'restore') then update public.comments set hidden = new.act = 'hide' where id = new.comment_id; end if;
  return null;
end $$;
create trigger shown after insert on comment_moderations for each row execute function mufakat.moderation_shown();

-- What a person wants to hear of; the newest row for a record, or for the programme as a whole, counts.
create table discussion_followings (
  id uuid primary key,
  person_id uuid not null references people,
  programme_id uuid not null references programmes,
  subject_id uuid references discussion_subjects,
  state text not null check (state in ('follow', 'mute', 'none')),
  created_at timestamptz not null
);
create index on discussion_followings (person_id, programme_id, subject_id, id desc);
create table digest_choices (
  id uuid primary key,
  person_id uuid not null references people,
  rhythm text not null check (rhythm in ('daily', 'weekly', 'none')),
  created_at timestamptz not null
);
create index on digest_choices (person_id, id desc);
-- When a person last said that the notifications are read.
create table notification_visits (
  id uuid primary key,
  person_id uuid not null references people,
  created_at timestamptz not null
);
create index on notification_visits (person_id, id desc);
-- Up to when each person's digest has told.
create table digest_cursors (
  person_id uuid primary key references people,
  told_until timestamptz not null
);

do $$
declare tab text;
begin
  foreach tab in array array['discussion_followings', 'digest_choices', 'notification_visits', 'digest_cursors'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
  end loop;
  foreach tab in array array['discussion_followings', 'digest_choices', 'notification_visits'] loop
    execute format('create policy own_read on %I for select to mufakat_app using (person_id = (select mufakat.person()))', tab);
    execute format('create policy own_add on %I for insert to mufakat_app with check (person_id = (select mufakat.person()))', tab);
    execute format('grant select, insert on %I to mufakat_app', tab);
  end loop;
  foreach tab in array array['discussion_followings', 'digest_choices'] loop
    execute format('create policy job_read on %I for select to mufakat_jobs using ((select mufakat.kind()) = ''job'')', tab);
    execute format('grant select on %I to mufakat_jobs', tab);
  end loop;
end $$;
create policy job_all on digest_cursors to mufakat_jobs using ((select mufakat.kind()) = 'job') with check ((select mufakat.kind()) = 'job');
grant select, insert, update on digest_cursors to mufakat_jobs;
