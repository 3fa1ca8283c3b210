-- Objectives, their measures and what was observed. Baselines and observations are never updated: a new row corrects.
create table objectives (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the lead of the programme for a shared objective, else the agency whose own it is
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  scope text not null check (scope in ('shared', 'agency')),
  parent_id uuid references objectives,
  code text check (length(code) between 1 and 40),
  title text not null check (length(title) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  summary text not null default '' check (length(summary) <= 4000),
  summary_en text,
  category text,
  weight numeric not null default 1 check (weight > 0),
  dropped_at timestamptz,
  dropped_because text check (length(dropped_because) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  check ((dropped_at is null) = (dropped_because is null))
);
create index on objectives (programme_id, scope, created_at);
create index on objectives (parent_id);

create table measures (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- who answers for the measure
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  objective_id uuid not null references objectives,
  name text not null check (length(name) between 1 and 300),
  name_en text check (length(name_en) between 1 and 300),
  unit text check (length(unit) between 1 and 60),
  baseline numeric,
  baseline_on date,
  first_target numeric,
  target numeric,
  target_on date,
  weight numeric not null default 1 check (weight > 0),
  has_owner boolean not null default true,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
create index on measures (objective_id);
create index on measures (programme_id);

create table measure_retargets (
  id uuid primary key,
  measure_id uuid not null references measures,
  from_target numeric,
  to_target numeric not null,
  because text not null check (length(because) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid
);
create index on measure_retargets (measure_id);

create table observations (
  id uuid primary key,
  measure_id uuid not null references measures,
  observed_on date not null,
  value numeric not null,
  note text check (length(note) <= 1000),
  source text check (length(source) <= 500),
  created_at timestamptz not null,
  created_by uuid
);
create index on observations (measure_id, observed_on desc, created_at desc);

create table objective_links (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  from_id uuid not null references objectives,
  to_id uuid not null references objectives,
  kind text not null check (kind in ('supports', 'conflicts', 'duplicates')),
  because text check (length(because) <= 1000),
  ended_at timestamptz,
  ended_because text,
  created_at timestamptz not null,
  created_by uuid,
  check (from_id <> to_id)
);
create index on objective_links (programme_id);
create index on objective_links (from_id);
create index on objective_links (to_id);

call mufakat.protect_records('objectives', '{title,title_en,summary,summary_en,lang,weight,class,dropped_at,dropped_because,version}');
call mufakat.protect_records('measures', '{name,name_en,target,target_on,weight,owner_id,has_owner,version}');
call mufakat.protect_records('objective_links', '{ended_at,ended_because}');
call mufakat.protect_details('measure_retargets', 'measures', 'measure_id');
call mufakat.protect_details('observations', 'measures', 'measure_id');
