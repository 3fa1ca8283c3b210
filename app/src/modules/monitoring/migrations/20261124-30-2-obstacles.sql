-- A detector that has fired, until it clears. Opened, changed and cleared only by the evaluation.
create table obstacles (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  detector text not null,
  opened_on date not null,
  opened_by uuid not null references evaluations,
  severity smallint not null check (severity between 1 and 3),
  cleared_on date,
  cleared_by uuid references evaluations,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  check ((cleared_on is null) = (cleared_by is null))
);
create index on obstacles (programme_id, cleared_on);

create table obstacle_moves (
  id uuid primary key,
  obstacle_id uuid not null references obstacles,
  evaluation_id uuid not null references evaluations,
  kind text not null check (kind in ('fired', 'changed', 'cleared')),
  severity smallint not null check (severity between 1 and 3),
  value double precision,
  created_at timestamptz not null,
  created_by uuid
);
create index on obstacle_moves (obstacle_id);

-- A step against an obstacle. key: proposed by the catalogue; text: in someone's own words.
-- owner_id, person_id, review_on: who answers for it, since it was adopted.
create table mitigations (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  obstacle_id uuid not null references obstacles,
  key text,
  text text check (length(text) between 1 and 500),
  state text not null default 'proposed' check (state in ('proposed', 'adopted', 'effective', 'ineffective', 'dropped')),
  person_id uuid references people,
  review_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  check (num_nonnulls(key, text) = 1)
);
create index on mitigations (programme_id, state);
create index on mitigations (obstacle_id);

-- What happened to a mitigation: base_value is the detector's value when it was adopted, value the one at its review date.
create table mitigation_moves (
  id uuid primary key,
  mitigation_id uuid not null references mitigations,
  kind text not null check (kind in ('proposed', 'adopted', 'reviewed', 'dropped')),
  happened_on date not null,
  owner_id uuid references organisations,
  person_id uuid references people,
  review_on date,
  evaluation_id uuid references evaluations,
  base_value double precision,
  value double precision,
  effective boolean,
  note text check (length(note) between 1 and 2000),
  lang language_code not null default 'id',
  created_at timestamptz not null,
  created_by uuid references people,
  check (kind <> 'adopted' or num_nonnulls(owner_id, review_on, base_value) = 3),
  check (kind <> 'reviewed' or num_nonnulls(base_value, value, effective, note) = 4)
);
create index on mitigation_moves (mitigation_id);

call mufakat.protect_records('obstacles', '{severity,cleared_on,cleared_by,version}');
call mufakat.protect_details('obstacle_moves', 'obstacles', 'obstacle_id');
call mufakat.protect_records('mitigations', '{owner_id,state,person_id,review_on,version}');
call mufakat.protect_details('mitigation_moves', 'mitigations', 'mitigation_id');
revoke insert, update on obstacles, obstacle_moves from mufakat_app;
