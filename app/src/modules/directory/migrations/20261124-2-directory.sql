create table organisations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 300),
  lang language_code not null default 'id',
  kind text not null check (kind in ('agency', 'legislature', 'non-profit', 'business', 'university', 'community')),
  acronym text check (length(acronym) <= 40),
  parent_id uuid references organisations,
  territory_code text,
  country text not null default 'ID',
  website text,
  founded_on date,
  dissolved_on date,
  merged_into_id uuid references organisations,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
create index on organisations (parent_id);
create index on organisations (lower(name));

-- Former and other names, so that a search for the old name still finds the body.
create table organisation_names (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  name text not null check (length(name) between 1 and 300),
  kind text not null check (kind in ('former', 'other', 'acronym')),
  until date,
  created_at timestamptz not null
);
create index on organisation_names (organisation_id);

create table organisation_identifiers (
  organisation_id uuid not null references organisations,
  scheme text not null check (length(scheme) between 1 and 60),
  value text not null check (length(value) between 1 and 200),
  primary key (scheme, value)
);
create index on organisation_identifiers (organisation_id);

create table people (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  created_by uuid,
  merged_into_id uuid references people,
  version integer not null default 1
);

create table memberships (
  id uuid primary key,
  person_id uuid not null references people,
  organisation_id uuid not null references organisations,
  post text not null check (length(post) between 1 and 200),
  lang language_code not null default 'id',
  head boolean not null default false,
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null,
  created_by uuid,
  check (ends_on is null or ends_on >= starts_on)
);
create index on memberships (person_id);
create index on memberships (organisation_id);

create table skills (
  person_id uuid not null references people,
  skill text not null check (length(skill) between 1 and 80),
  lang language_code not null default 'id',
  created_at timestamptz not null,
  primary key (person_id, skill)
);

create table territories (
  code text primary key,
  name text not null,
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  parent_code text references territories
);
create index on territories (parent_code);
create index on territories (lower(name) text_pattern_ops);
