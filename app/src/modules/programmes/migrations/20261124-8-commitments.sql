-- What a party promised. The first date is not among the columns that may change.
create table commitments (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the party that promised
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  title text not null check (length(title) between 1 and 500),
  title_en text,
  amount numeric,
  unit text,
  money numeric,
  currency text check (currency ~ '^[A-Z]{3}$'),
  expected_evidence text,
  first_due date,
  -- the target as it stood, where it is not a plain day
  first_target jsonb,
  current_due date,
  current_target jsonb,
  -- the latest assessment, for reading lists; indicators count the rows of commitment_assessments
  outcome text check (outcome in ('not-started', 'limited', 'substantial', 'complete', 'withdrawn', 'unclear')),
  outcome_on date,
  -- a source that says that it did not assess: unknown is not the same as failed
  not_assessed text check (not_assessed in ('no-data', 'not-reported', 'not-applicable')),
  source jsonb,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
create index on commitments (programme_id, current_due, id);
create index on commitments (programme_id, first_due);
create index on commitments (owner_id);
call mufakat.protect_records('commitments', '{title,title_en,lang,class,amount,unit,money,currency,expected_evidence,current_due,current_target,outcome,outcome_on,not_assessed,source,version}');

create table commitment_moves (
  id uuid primary key,
  commitment_id uuid not null references commitments,
  from_due date,
  to_due date,
  to_target jsonb,
  reason text check (length(reason) between 1 and 1000),
  lang language_code not null default 'id',
  -- the party that asked for it
  asked_by uuid references organisations,
  on_day date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on commitment_moves (commitment_id);
call mufakat.protect_details('commitment_moves', 'commitments', 'commitment_id');

create table commitment_reports (
  id uuid primary key,
  commitment_id uuid not null references commitments,
  text text not null check (length(text) between 1 and 2000),
  lang language_code not null default 'id',
  url text check (url ~ '^https?://'),
  amount numeric,
  on_day date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on commitment_reports (commitment_id);
call mufakat.protect_details('commitment_reports', 'commitments', 'commitment_id');

create table commitment_assessments (
  id uuid primary key,
  commitment_id uuid not null references commitments,
  outcome text not null check (outcome in ('not-started', 'limited', 'substantial', 'complete', 'withdrawn', 'unclear')),
  reason text check (length(reason) between 1 and 2000),
  lang language_code not null default 'id',
  -- the party that judged; null where a source judged
  assessor_id uuid references organisations,
  on_day date not null,
  raw text,
  created_at timestamptz not null,
  created_by uuid
);
create index on commitment_assessments (commitment_id, on_day desc, id desc);
call mufakat.protect_details('commitment_assessments', 'commitments', 'commitment_id');

create function mufakat.assessor_differs() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from public.commitments c where c.id = new.commitment_id and c.owner_id = new.assessor_id)
  then raise exception 'who promised does not judge' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger assessor_differs before insert on commitment_assessments for each row execute function mufakat.assessor_differs();
