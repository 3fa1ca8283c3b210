-- Every record that can be withheld, under its own id, and every change of its class. Triggers of the records' tables
-- keep both, so that no record is closed without a row that says since when.
create table classified_records (
  id uuid primary key,
  kind text not null,
  -- the table that holds it
  record_table text not null,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on classified_records (programme_id, class);
create table class_changes (
  id uuid primary key,
  record_id uuid not null references classified_records,
  programme_id uuid not null references programmes,
  -- nothing before it was made
  from_class record_class,
  to_class record_class not null,
  changed_on date not null,
  changed_at timestamptz not null,
  changed_by uuid
);
create index on class_changes (record_id, changed_at);
create index on class_changes (programme_id, changed_on);

create function mufakat.keep_class() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  row_now jsonb := to_jsonb(new);
  made timestamptz := coalesce((row_now ->> 'created_at')::timestamptz, now());
begin
  insert into public.classified_records (id, kind, record_table, programme_id, owner_id, class, created_at, created_by)
    values (new.id, tg_argv[0], tg_table_name, new.programme_id, new.owner_id, new.class, made, (row_now ->> 'created_by')::uuid)
    on conflict (id) do update set owner_id = excluded.owner_id, class = excluded.class;
  if tg_op = 'INSERT' or old.class is distinct from new.class then
    insert into public.class_changes (id, record_id, programme_id, from_class, to_class, changed_on, changed_at, changed_by)
      values (gen_random_uuid(), new.id, new.programme_id, case when tg_op = 'UPDATE' then old.class end, new.class,
        case when tg_op = 'INSERT' then (made at time zone 'Asia/Jakarta')::date else mufakat.today() end,
        case when tg_op = 'INSERT' then made else clock_timestamp() end, mufakat.person());
  end if;
  return null;
end $$;

-- Only a decision of classification closes a record or opens a closed one: its trigger works as the owner of the tables.
create function mufakat.class_by_decision() returns trigger language plpgsql set search_path = '' as $$ begin
  if current_user in ('mufakat_app', 'mufakat_jobs') and old.class is distinct from new.class
    and (old.class in ('restricted', 'secret') or new.class in ('restricted', 'secret'))
  then raise exception 'a class changes by a decision of classification' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

-- Lets the records of one table be withheld. Its rows have id, programme_id, owner_id, class and created_at.
create procedure mufakat.open_to_classification(tab text, kind text)
language plpgsql set search_path = '' as $$
begin
  execute format('insert into public.classified_records (id, kind, record_table, programme_id, owner_id, class, created_at, created_by)
    select id, %L, %L, programme_id, owner_id, class, created_at, (to_jsonb(t) ->> ''created_by'')::uuid from public.%I t', kind, tab, tab);
  execute format('insert into public.class_changes (id, record_id, programme_id, to_class, changed_on, changed_at, changed_by)
    select gen_random_uuid(), id, programme_id, class, (created_at at time zone ''Asia/Jakarta'')::date, created_at,
      (to_jsonb(t) ->> ''created_by'')::uuid from public.%I t', tab);
  execute format('create trigger keep_class after insert or update of owner_id, class on public.%I
    for each row execute function mufakat.keep_class(%L)', tab, kind);
  execute format('create trigger class_by_decision before update of class on public.%I
    for each row execute function mufakat.class_by_decision()', tab);
end $$;
call mufakat.open_to_classification('objectives', 'objective');
call mufakat.open_to_classification('tasks', 'task');
call mufakat.open_to_classification('commitments', 'commitment');
call mufakat.open_to_classification('decisions', 'decision');
call mufakat.open_to_classification('meetings', 'meeting');
call mufakat.open_to_classification('obstacles', 'obstacle');

-- What is withheld, why and until when: the decision is public even where the content is not.
create table classifications (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  record_id uuid not null references classified_records,
  record_kind text not null,
  record_table text not null,
  part text not null default 'record' check (part in ('record', 'field', 'passage')),
  -- which field or passage, in words anyone may read
  place text check (length(place) between 1 and 300),
  from_class record_class not null,
  to_class record_class not null check (to_class in ('restricted', 'secret')),
  ground text not null check (ground in ('17a', '17b', '17c', '17d', '17e', '17f', '17g', '17h', '17i', '17j')),
  other_law text check (length(other_law) between 1 and 300),
  -- what is withheld, as the public is told
  label text not null check (length(label) between 1 and 300),
  information text not null check (length(information) between 1 and 2000),
  harm text not null check (length(harm) between 1 and 2000),
  weighing text not null check (length(weighing) between 1 and 2000),
  stays_open text not null check (length(stays_open) between 1 and 2000),
  appeal_to text not null check (length(appeal_to) between 1 and 300),
  hides_existence boolean not null default false,
  expires_on date,
  ends_when text check (ends_when in ('consent', 'office', 'ruling', 'law')),
  review_on date not null,
  then_class record_class not null default 'public' check (then_class in ('public', 'members')),
  by_office text not null check (by_office in ('head', 'information-officer')),
  lang language_code not null,
  decided_on date not null,
  created_at timestamptz not null,
  created_by uuid not null references people,
  check ((part = 'record') = (place is null)),
  check ((ground = '17j') = (other_law is not null)),
  -- grounds a to f hold only until a day; the others end by what happens
  check (expires_on is not null or (ground > '17f' and ends_when is not null)),
  check (expires_on > decided_on and review_on > decided_on)
);
create index on classifications (programme_id, decided_on);
create index on classifications (record_id);

-- What became of it: kept after a review, extended, opened, overturned, expired; and a second person's yes.
create table classification_acts (
  id uuid primary key,
  classification_id uuid not null references classifications,
  act text not null check (act in ('confirm', 'review', 'extend', 'declassify', 'overturn', 'expire')),
  reason text check (length(reason) between 1 and 2000),
  expires_on date,
  review_on date,
  to_class record_class check (to_class in ('public', 'members')),
  decided_on date not null,
  created_at timestamptz not null,
  created_by uuid references people,
  check ((act in ('confirm', 'expire')) = (reason is null)),
  check ((act = 'extend') = (expires_on is not null)),
  check ((act in ('review', 'extend')) = (review_on is not null)),
  check ((act in ('declassify', 'overturn', 'expire')) = (to_class is not null))
);
create index on classification_acts (classification_id, created_at);

create view classification_states with (security_invoker = true, security_barrier = true) as
  select c.*,
    coalesce((select a.expires_on from classification_acts a where a.classification_id = c.id and a.act = 'extend'
      order by a.created_at desc, a.id desc limit 1), c.expires_on) as ends_on,
    coalesce((select a.review_on from classification_acts a where a.classification_id = c.id and a.review_on is not null
      order by a.created_at desc, a.id desc limit 1), c.review_on) as next_review_on,
    (select a.act from classification_acts a where a.classification_id = c.id and a.act in ('declassify', 'overturn', 'expire')
      limit 1) as ended_by,
    (select a.decided_on from classification_acts a where a.classification_id = c.id and a.act in ('declassify', 'overturn', 'expire')
      limit 1) as ended_on,
    (c.to_class = 'restricted' or exists (select from classification_acts a where a.classification_id = c.id and a.act = 'confirm'))
      as in_force
  from classifications c;
