-- Configured thresholds: rows are added, never changed. programme_id null: for the whole installation.
-- subject: 'F2' or 'D1.a'. good and poor for indicators, threshold for conditions; null keeps the catalogue's number.
create table thresholds (
  id uuid primary key,
  programme_id uuid references programmes,
  owner_id uuid references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  subject text not null check (subject ~ '^([EFTIPAS][1-9]|D[1-9][0-9]?\.[a-f])$'),
  good double precision,
  poor double precision,
  threshold double precision check (threshold > 0),
  n_min integer check (n_min >= 1),
  source text not null check (length(source) between 1 and 300),
  reason text not null check (length(reason) between 1 and 2000),
  since date not null,
  created_at timestamptz not null,
  created_by uuid references people,
  check ((good is null) = (poor is null)),
  check (num_nonnulls(good, threshold, n_min) > 0),
  check (threshold is null or good is null)
);
create index on thresholds (programme_id, subject, since);

-- One look at a programme as of a day. Only weekly ones count; previews belong to the person who asked.
create table evaluations (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null default 'id',
  at date not null,
  kind text not null check (kind in ('weekly', 'preview', 'manual-at')),
  calendar_version integer not null,
  took_ms integer not null,
  created_at timestamptz not null,
  created_by uuid references people
);
create index on evaluations (programme_id, kind, at desc);

create table indicator_readings (
  id uuid primary key,
  evaluation_id uuid not null references evaluations,
  indicator text not null,
  status text not null check (status in ('measured', 'not-enough', 'no-records', 'no-threshold')),
  level text check (level in ('good', 'watch', 'poor')),
  k double precision,
  n double precision,
  cases integer,
  value double precision,
  low double precision,
  high double precision,
  previous_k double precision,
  previous_n double precision,
  previous_value double precision,
  good double precision,
  poor double precision,
  n_min integer not null,
  threshold_id uuid references thresholds,
  because jsonb,
  beside jsonb,
  created_at timestamptz not null,
  created_by uuid,
  check ((level is null) or status = 'measured')
);
create index on indicator_readings (evaluation_id);

create table condition_readings (
  id uuid primary key,
  evaluation_id uuid not null references evaluations,
  detector text not null,
  letter text not null,
  state text not null check (state in ('true', 'false', 'not-enough', 'unchecked')),
  value double precision,
  alternatives jsonb,
  ratio double precision,
  threshold double precision not null,
  n integer,
  n_min integer not null,
  threshold_id uuid references thresholds,
  -- evidence where it was observed, else why it was not
  sentence jsonb not null,
  parties uuid[] not null default '{}',
  critical boolean not null default false,
  created_at timestamptz not null,
  created_by uuid
);
create index on condition_readings (evaluation_id);

create table detector_readings (
  id uuid primary key,
  evaluation_id uuid not null references evaluations,
  detector text not null,
  outcome text not null check (outcome in ('true', 'false', 'unchecked')),
  severity smallint check (severity between 1 and 3),
  value double precision,
  created_at timestamptz not null,
  created_by uuid,
  check ((outcome = 'true') = (severity is not null))
);
create index on detector_readings (evaluation_id);

-- The records behind one number: one row for each kind of record, arrays of equal length.
create table evaluation_rows (
  id uuid primary key,
  evaluation_id uuid not null references evaluations,
  subject text not null,
  kind text not null,
  ids uuid[] not null,
  counted boolean[] not null,
  weights double precision[],
  notes text[],
  created_at timestamptz not null,
  created_by uuid,
  check (cardinality(ids) = cardinality(counted))
);
create index on evaluation_rows (evaluation_id, subject);

call mufakat.protect_records('thresholds', '{}');
create policy app_add_installation on thresholds for insert to mufakat_app with check (
  programme_id is null and (select mufakat.has_role('operator')) and created_by = (select mufakat.person()));
call mufakat.protect_records('evaluations', '{}');
call mufakat.protect_details('indicator_readings', 'evaluations', 'evaluation_id');
call mufakat.protect_details('condition_readings', 'evaluations', 'evaluation_id');
call mufakat.protect_details('detector_readings', 'evaluations', 'evaluation_id');
call mufakat.protect_details('evaluation_rows', 'evaluations', 'evaluation_id');

-- What is computed is never typed: the app's own role cannot add a reading, whoever is signed in.
revoke insert on evaluations, indicator_readings, condition_readings, detector_readings, evaluation_rows from mufakat_app;
