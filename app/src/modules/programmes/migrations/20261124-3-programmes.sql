create table programmes (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(name) between 1 and 200),
  name_en text check (length(name_en) between 1 and 200),
  summary text not null default '',
  summary_en text,
  lang language_code not null default 'id',
  class record_class not null default 'public',
  owner_id uuid not null references organisations,
  status text not null check (status in ('preparing', 'running', 'finished', 'stopped')),
  place text,
  starts_on date,
  ends_on date,
  example text check (length(example) between 1 and 300),
  source jsonb,
  evaluate_at date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);

create table parties (
  programme_id uuid not null references programmes,
  organisation_id uuid not null references organisations,
  role text not null check (role in ('lead', 'member', 'observer', 'oversight')),
  since date not null,
  until date,
  created_at timestamptz not null,
  created_by uuid,
  primary key (programme_id, organisation_id)
);
create index on parties (organisation_id);

create table seats (
  id uuid primary key,
  programme_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references people,
  role text not null check (role in ('officer', 'head', 'coordinator', 'deputy', 'observer', 'auditor')),
  first_day date not null,
  last_day date,
  created_at timestamptz not null,
  created_by uuid,
  foreign key (programme_id, organisation_id) references parties,
  check (last_day is null or last_day >= first_day)
);
create index on seats (person_id);
create index on seats (programme_id);

-- Need-to-know for one record.
create table grants (
  id uuid primary key,
  programme_id uuid not null references programmes,
  record_id uuid not null,
  person_id uuid not null references people,
  why text not null check (length(why) between 1 and 500),
  until date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on grants (person_id);

create table installation_roles (
  id uuid primary key,
  person_id uuid not null references people,
  role text not null check (role in ('information-officer', 'facilitator', 'operator')),
  territory_code text,
  first_day date not null,
  last_day date,
  created_at timestamptz not null,
  created_by uuid
);
create index on installation_roles (person_id);
