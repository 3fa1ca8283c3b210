-- A task: an activity or milestone of a joint programme. First dates (baseline_*) are not among the columns that change.
create table tasks (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the accountable organisation; of an imported task that names none, the first responsible one
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  -- number the programme itself uses, such as "2.1"
  code text check (length(code) between 1 and 40),
  kind text not null check (kind in ('activity', 'milestone')),
  milestone_type text check (milestone_type in ('delivery', 'process-change', 'product', 'report')),
  title text not null check (length(title) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  -- what shows that it is done: [{kind, id?, en?}]
  measures jsonb not null default '[]',
  baseline_start date,
  -- last day of the first target; null where the target is no date
  baseline_due date,
  -- the first target where it is no plain date: month, every, after, text (exchange format), with the raw cell
  baseline_target jsonb,
  start_on date,
  due_on date,
  target jsonb,
  -- where progress is reported: [{key?, id?, en?}]
  reporting jsonb not null default '[]',
  parent_id uuid references tasks,
  -- shared objectives it serves; ids only, objectives are a sibling module
  objective_ids uuid[] not null default '{}',
  service_id uuid references services,
  -- code of a place of this programme (programme_territories)
  territory_code text,
  target_group text check (length(target_group) <= 300),
  effort_amount numeric check (effort_amount > 0),
  effort_unit text check (effort_unit in ('hour', 'person-day', 'person-month')),
  -- 37.5 working hours a week (Presidential Regulation 21 of 2023): 7.5 a day, 157.5 a month of 21 days
  effort_hours numeric generated always as (effort_amount * case effort_unit when 'person-day' then 7.5 when 'person-month' then 157.5 else 1 end) stored,
  budget numeric check (budget >= 0),
  currency text not null default 'IDR' check (currency ~ '^[A-Z]{3}$'),
  weight numeric check (weight > 0),
  state text not null default 'open' check (state in ('open', 'in-progress', 'waiting', 'blocked', 'done', 'cancelled')),
  state_since date,
  waiting_on uuid references organisations,
  done_on date,
  -- organisations with a current role, and those of them that do it or answer for it; kept by a trigger from task_roles
  party_ids uuid[] not null default '{}',
  doer_ids uuid[] not null default '{}',
  words tsvector generated always as (to_tsvector('simple', coalesce(code, '') || ' ' || title || ' ' || coalesce(title_en, ''))) stored,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  check ((effort_amount is null) = (effort_unit is null)),
  check (milestone_type is null or kind = 'milestone'),
  check (waiting_on is null or state = 'waiting'),
  check ((state = 'done') = (done_on is not null))
);
create index on tasks (programme_id, due_on, id);
create index on tasks (programme_id, state, due_on, id);
create index on tasks (programme_id, owner_id, due_on, id);
create index on tasks (programme_id) where class <> 'public';
create index on tasks (waiting_on) where state = 'waiting';
create index on tasks (owner_id, state);
create index on tasks (programme_id, done_on) where done_on is not null;
create index on tasks (parent_id) where parent_id is not null;
call mufakat.protect_records('tasks', '{owner_id,class,title,title_en,measures,milestone_type,start_on,due_on,target,reporting,parent_id,objective_ids,service_id,territory_code,target_group,effort_amount,effort_unit,budget,currency,weight,state,state_since,waiting_on,done_on,version}');

-- Who does what: responsible does it, accountable answers for it, consulted is asked, informed is told.
create table task_roles (
  id uuid primary key,
  task_id uuid not null references tasks,
  organisation_id uuid not null references organisations,
  role text not null check (role in ('responsible', 'accountable', 'consulted', 'informed')),
  person_id uuid references people,
  since date not null,
  ended_on date,
  created_at timestamptz not null,
  created_by uuid
);
create index on task_roles (task_id);
create index on task_roles (organisation_id, role) where ended_on is null;
call mufakat.protect_details('task_roles', 'tasks', 'task_id', '{ended_on,person_id}');

create function mufakat.keep_task_parties() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.tasks t set (party_ids, doer_ids) = (
    select coalesce(array_agg(distinct r.organisation_id order by r.organisation_id), '{}'),
      coalesce(array_agg(distinct r.organisation_id order by r.organisation_id) filter (where r.role in ('responsible', 'accountable')), '{}')
    from public.task_roles r where r.task_id = new.task_id and r.ended_on is null) where t.id = new.task_id;
  return null;
end $$;
create trigger keep_task_parties after insert or update on task_roles for each row execute function mufakat.keep_task_parties();

-- Who must do it, each in its own field (a milestone that binds many bodies).
create table task_obligations (
  id uuid primary key,
  task_id uuid not null references tasks,
  organisation_id uuid not null references organisations,
  obligation text not null check (obligation in ('required', 'encouraged')),
  created_at timestamptz not null,
  created_by uuid
);
create index on task_obligations (task_id);
call mufakat.protect_details('task_obligations', 'tasks', 'task_id');

-- Each move of the target, with why and who asked; the first target stays on the task.
create table task_moves (
  id uuid primary key,
  -- order in which they were written, also within one instant
  arrival bigint generated always as identity,
  task_id uuid not null references tasks,
  from_due date,
  from_target jsonb,
  to_due date,
  to_target jsonb,
  reason text check (length(reason) between 1 and 2000),
  reason_en text check (length(reason_en) between 1 and 2000),
  lang language_code not null default 'id',
  code text check (code in ('other-agency', 'resource', 'decision', 'procedure', 'information', 'external')),
  requested_by uuid references organisations,
  decided_by uuid references organisations,
  -- the calendar day of the move; null where the source does not say
  moved_on date,
  created_at timestamptz not null,
  created_by uuid
);
create index on task_moves (task_id);
create index on task_moves (requested_by, moved_on);
call mufakat.protect_details('task_moves', 'tasks', 'task_id');

-- Every change of state, from its planning on.
create table task_state_changes (
  id uuid primary key,
  arrival bigint generated always as identity,
  task_id uuid not null references tasks,
  from_state text,
  to_state text not null check (to_state in ('open', 'in-progress', 'waiting', 'blocked', 'done', 'cancelled')),
  code text check (code in ('other-agency', 'resource', 'decision', 'procedure', 'information', 'external')),
  waiting_on uuid references organisations,
  because text check (length(because) between 1 and 2000),
  because_en text check (length(because_en) between 1 and 2000),
  lang language_code not null default 'id',
  -- the calendar day from which the new state holds
  changed_on date not null,
  -- the day by which the waiting or blocking was expected to end, where somebody said so
  ends_on date,
  created_at timestamptz not null,
  created_by uuid,
  check (waiting_on is null or to_state = 'waiting')
);
create index on task_state_changes (task_id, changed_on, arrival);
call mufakat.protect_details('task_state_changes', 'tasks', 'task_id');
