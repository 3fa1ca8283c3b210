-- Tables read from files: each import, and each row as it stood with what was read of it. For members: raw cells may name people.
create table imports (
  id uuid primary key,
  -- null: a list that went into the directory alone
  programme_id uuid references programmes,
  owner_id uuid references organisations,
  class record_class not null default 'members',
  kind text not null check (kind in ('tasks', 'commitments', 'organisations')),
  file text not null check (length(file) between 1 and 300),
  sha256 text not null,
  map jsonb not null,
  report jsonb not null,
  -- the day of which the table speaks
  as_of date not null,
  created_at timestamptz not null,
  created_by uuid,
  check (programme_id is not null or kind = 'organisations')
);
create index on imports (programme_id, created_at desc);
call mufakat.protect_records('imports');

-- A row that changed in the file is a new row here; the newest is the one with the highest number.
create table imported_rows (
  id uuid primary key,
  number bigint generated always as identity,
  import_id uuid not null references imports,
  -- null: a list that went into the directory alone
  programme_id uuid references programmes,
  owner_id uuid references organisations,
  class record_class not null default 'members',
  kind text not null check (kind in ('tasks', 'commitments', 'organisations')),
  key text not null check (length(key) between 1 and 200),
  line integer not null check (line > 0),
  -- every cell by its column
  raw jsonb not null,
  -- every mapped field as it was read; a null keeps its reason
  read jsonb not null,
  repairs jsonb not null default '[]',
  record_id uuid not null,
  created_at timestamptz not null,
  created_by uuid,
  check (programme_id is not null or kind = 'organisations')
);
create index on imported_rows (programme_id, kind, key, number desc);
create index on imported_rows (record_id);
call mufakat.protect_records('imported_rows');
