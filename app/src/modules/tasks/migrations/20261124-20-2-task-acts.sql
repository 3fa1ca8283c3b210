-- A hand-over is offered, then accepted or declined by the other agency: two rows, never a flag.
create table task_handovers (
  id uuid primary key,
  task_id uuid not null references tasks,
  from_id uuid not null references organisations,
  to_id uuid not null references organisations,
  why text check (length(why) between 1 and 2000),
  why_en text check (length(why_en) between 1 and 2000),
  lang language_code not null default 'id',
  offered_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  check (from_id <> to_id)
);
create index on task_handovers (task_id);
create index on task_handovers (to_id);
call mufakat.protect_details('task_handovers', 'tasks', 'task_id');

create table task_handover_answers (
  id uuid primary key,
  task_id uuid not null references tasks,
  handover_id uuid not null references task_handovers,
  accepted boolean not null,
  because text check (length(because) between 1 and 2000),
  lang language_code not null default 'id',
  answered_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  check (accepted or because is not null)
);
create index on task_handover_answers (task_id);
create index on task_handover_answers (handover_id);
call mufakat.protect_details('task_handover_answers', 'tasks', 'task_id');

-- What shows that the task was done, and who gave it.
create table task_evidence (
  id uuid primary key,
  task_id uuid not null references tasks,
  organisation_id uuid references organisations,
  what text not null check (length(what) between 1 and 300),
  what_en text check (length(what_en) between 1 and 300),
  lang language_code not null default 'id',
  url text check (url ~ '^https?://' and length(url) <= 2000),
  body text check (length(body) between 1 and 5000),
  given_on date,
  created_at timestamptz not null,
  created_by uuid
);
create index on task_evidence (task_id);
call mufakat.protect_details('task_evidence', 'tasks', 'task_id');

-- Of the whole task, or (from a source) of one piece of evidence.
create table task_verifications (
  id uuid primary key,
  task_id uuid not null references tasks,
  evidence_id uuid references task_evidence,
  organisation_id uuid references organisations,
  note text check (length(note) between 1 and 2000),
  lang language_code not null default 'id',
  verified_on date,
  created_at timestamptz not null,
  created_by uuid
);
create index on task_verifications (task_id);
call mufakat.protect_details('task_verifications', 'tasks', 'task_id');

-- Nobody verifies their own work, whatever the application says: the verifier acts for another organisation than the
-- accountable one, has no seat for it, and gave none of the evidence.
create function mufakat.verifier_differs() returns trigger language plpgsql security definer set search_path = '' as $$
declare task public.tasks;
begin
  select * into task from public.tasks t where t.id = new.task_id;
  if new.organisation_id is not distinct from task.owner_id
    or (new.organisation_id is null and new.created_by is null)
    or exists (select from public.seats s where s.person_id = new.created_by and s.programme_id = task.programme_id
      and s.organisation_id = task.owner_id and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today())
    or exists (select from public.task_evidence e where e.task_id = new.task_id and e.created_by = new.created_by)
  then
    raise exception 'task %: the verifier is its owner or gave its evidence', new.task_id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger verifier_differs before insert on task_verifications for each row execute function mufakat.verifier_differs();

create table task_reminders (
  id uuid primary key,
  task_id uuid not null references tasks,
  organisation_id uuid not null references organisations,
  by_id uuid references organisations,
  reminded_on date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on task_reminders (task_id, created_at desc);
call mufakat.protect_details('task_reminders', 'tasks', 'task_id');

-- Questions put to agencies about a task (was the agreed procedure taken up?), and their answers; the newest counts.
create table task_questions (
  id uuid primary key,
  task_id uuid not null references tasks,
  title text check (length(title) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  -- total that the source prints, which may count more bodies than it lists
  reported_total numeric,
  source text,
  created_at timestamptz not null,
  created_by uuid,
  check (title is not null or title_en is not null)
);
create index on task_questions (task_id);
call mufakat.protect_details('task_questions', 'tasks', 'task_id');

create table task_adoptions (
  id uuid primary key,
  -- the newest of one instant is the last written
  arrival bigint generated always as identity,
  task_id uuid not null references tasks,
  question_id uuid references task_questions,
  organisation_id uuid not null references organisations,
  value text not null check (value in ('yes', 'no', 'partial')),
  note text check (length(note) between 1 and 2000),
  lang language_code not null default 'id',
  -- the cell as it stood in the source
  raw text,
  answered_on date,
  created_at timestamptz not null,
  created_by uuid
);
create index on task_adoptions (task_id, organisation_id);
call mufakat.protect_details('task_adoptions', 'tasks', 'task_id');

-- Working hours an agency gives the programme in a month; the newest declaration counts.
create table capacities (
  id uuid primary key,
  -- the newest of one instant is the last written
  arrival bigint generated always as identity,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  month date not null check (extract(day from month) = 1),
  hours numeric not null check (hours >= 0 and hours <= 1000000),
  -- the day it was declared; null where the source does not say
  declared_on date,
  created_at timestamptz not null,
  created_by uuid
);
create index on capacities (programme_id, owner_id, month, arrival desc);
call mufakat.protect_records('capacities');
