-- What surrounds a programme: further facts, how its state and parties changed, its charter, its vacancies.
alter table programmes
  add column place_en text,
  add column country text,
  -- the language the programme is run in; `lang` is the language of the texts in this row
  add column working_lang text not null default 'id',
  add column template text;
grant update (place_en, country, working_lang) on programmes to mufakat_app, mufakat_jobs;
create index on programmes (status);
create index on events (at desc, id desc) where programme_id is not null;

-- Details of a programme that are seen exactly when the programme is seen.
create procedure mufakat.protect_programme_details(tab text, changing text[] default '{}')
language plpgsql set search_path = '' as $body$
declare
  -- the subquery reads programmes under their own policies, once a statement
  sees text := 'programme_id in (select p.id from public.programmes p)';
  seated text := 'programme_id = any (array(select mufakat.seat_programmes()))';
begin
  execute format('alter table public.%I enable row level security', tab);
  execute format('alter table public.%I force row level security', tab);
  execute format('create policy owner_all on public.%I to mufakat_owner using (true) with check (true)', tab);
  execute format('create policy app_read on public.%I for select to mufakat_app using (%s)', tab, sees);
  execute format('create policy app_add on public.%I for insert to mufakat_app with check (%s and created_by = (select mufakat.person()))', tab, seated);
  execute format('create policy app_change on public.%I for update to mufakat_app using (%s and %s) with check (%s)', tab, seated, sees, seated);
  execute format('create policy job_read on public.%I for select to mufakat_jobs using (%s)', tab, sees);
  execute format('create policy job_add on public.%I for insert to mufakat_jobs with check (%s)', tab, sees);
  execute format('create policy job_change on public.%I for update to mufakat_jobs using (%s) with check (%s)', tab, sees, sees);
  execute format('grant select, insert on public.%I to mufakat_app, mufakat_jobs', tab);
  if cardinality(changing) > 0 then
    execute format('grant update (%s) on public.%I to mufakat_app, mufakat_jobs',
      (select string_agg(quote_ident(c), ', ') from unnest(changing) c), tab);
  end if;
end $body$;

create table status_changes (
  id uuid primary key,
  programme_id uuid not null references programmes,
  from_status text,
  to_status text not null,
  reason text not null check (length(reason) between 1 and 1000),
  lang language_code not null default 'id',
  on_day date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on status_changes (programme_id, on_day);
call mufakat.protect_programme_details('status_changes');

-- A role taken or left; `to_role` null = withdrawn.
create table party_changes (
  id uuid primary key,
  programme_id uuid not null references programmes,
  organisation_id uuid not null references organisations,
  from_role text,
  to_role text,
  reason text check (length(reason) between 1 and 1000),
  lang language_code not null default 'id',
  on_day date not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on party_changes (programme_id, organisation_id);
call mufakat.protect_programme_details('party_changes');

-- The charter in versions. Lists are kept as they were agreed; services, cells and roles become rows when needed.
create table charter_versions (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  number integer not null check (number > 0),
  status text not null check (status in ('draft', 'proposed', 'in-force', 'superseded', 'replaced')),
  purpose text,
  purpose_en text,
  mandate text,
  mandate_en text,
  legal_basis jsonb not null default '[]',
  decision_rule text check (decision_rule in ('consensus', 'consent', 'unanimous', 'majority', 'two-thirds', 'weighted', 'consensus-then-majority', 'lead-decides')),
  quorum numeric check (quorum between 0 and 1),
  cadence_every numeric check (cadence_every > 0),
  cadence_unit text check (cadence_unit in ('week', 'month', 'quarter', 'year')),
  publishable text[] not null default '{}',
  office text,
  office_en text,
  office_term_ends date,
  waiting_limit integer check (waiting_limit > 0),
  parties jsonb not null default '[]',
  roles jsonb not null default '[]',
  services jsonb not null default '[]',
  territories jsonb not null default '[]',
  cells jsonb not null default '[]',
  proposed_on date,
  in_force_on date,
  superseded_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  unique (programme_id, number),
  unique (id, programme_id)
);
call mufakat.protect_records('charter_versions', '{class,status,purpose,purpose_en,mandate,mandate_en,legal_basis,decision_rule,quorum,cadence_every,cadence_unit,publishable,office,office_en,office_term_ends,waiting_limit,parties,roles,services,territories,cells,proposed_on,in_force_on,superseded_on,lang,version}');

create function mufakat.charter_content_stays() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.status <> 'draft' and
    (old.purpose, old.mandate, old.legal_basis, old.decision_rule, old.quorum, old.cadence_every, old.cadence_unit, old.publishable,
     old.office, old.office_term_ends, old.waiting_limit, old.roles, old.services, old.territories, old.cells)
    is distinct from
    (new.purpose, new.mandate, new.legal_basis, new.decision_rule, new.quorum, new.cadence_every, new.cadence_unit, new.publishable,
     new.office, new.office_term_ends, new.waiting_limit, new.roles, new.services, new.territories, new.cells)
    and mufakat.kind() is distinct from 'job'
  then raise exception 'what was proposed for signature is never rewritten' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger content_stays before update on charter_versions for each row execute function mufakat.charter_content_stays();

create table charter_signatures (
  id uuid primary key,
  charter_id uuid not null references charter_versions,
  organisation_id uuid not null references organisations,
  person_id uuid references people,
  by_head boolean not null default true,
  signed_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  unique (charter_id, organisation_id)
);
call mufakat.protect_details('charter_signatures', 'charter_versions', 'charter_id');

-- What is delivered and where, in this programme's own words. `code` is the official code or the programme's own key.
create table services (
  id uuid primary key,
  programme_id uuid not null references programmes,
  key text not null check (length(key) between 1 and 120),
  name text not null check (length(name) between 1 and 300),
  name_en text,
  lang language_code not null default 'id',
  created_at timestamptz not null,
  created_by uuid,
  unique (programme_id, key)
);
call mufakat.protect_programme_details('services', '{name,name_en,lang}');

create table programme_territories (
  id uuid primary key,
  programme_id uuid not null references programmes,
  code text not null check (length(code) between 1 and 120),
  name text not null check (length(name) between 1 and 300),
  name_en text,
  lang language_code not null default 'id',
  -- the official area it stands for, where it is one
  scheme text,
  area_code text,
  parent_code text,
  -- set where the place is the field of one organisation, not a map area
  organisation_id uuid references organisations,
  created_at timestamptz not null,
  created_by uuid,
  unique (programme_id, code)
);
call mufakat.protect_programme_details('programme_territories', '{name,name_en,lang,scheme,area_code,parent_code,organisation_id}');

-- The service × territory cells that one charter version requires to be covered.
create table required_cells (
  id uuid primary key,
  charter_id uuid not null references charter_versions,
  programme_id uuid not null references programmes,
  service_id uuid not null references services,
  territory_code text not null,
  territory_name text not null,
  territory_name_en text,
  -- the task of an exchange file that makes the cell required
  task_key text,
  created_at timestamptz not null,
  created_by uuid,
  unique (charter_id, service_id, territory_code),
  -- a cell cannot name another programme than its charter
  foreign key (charter_id, programme_id) references charter_versions (id, programme_id)
);
create index on required_cells (programme_id);
call mufakat.protect_details('required_cells', 'charter_versions', 'charter_id', '{territory_name,territory_name_en,task_key}');

-- Bodies that the charter itself makes accountable for a cell.
create table required_cell_bodies (
  cell_id uuid not null references required_cells,
  organisation_id uuid not null references organisations,
  created_at timestamptz not null,
  created_by uuid,
  primary key (cell_id, organisation_id)
);
alter table required_cell_bodies enable row level security;
alter table required_cell_bodies force row level security;
create policy owner_all on required_cell_bodies to mufakat_owner using (true) with check (true);
create policy app_read on required_cell_bodies for select to mufakat_app using (cell_id in (select c.id from required_cells c));
create policy app_add on required_cell_bodies for insert to mufakat_app with check (
  cell_id in (select c.id from required_cells c where c.programme_id = any (array(select mufakat.seat_programmes()))) and created_by = (select mufakat.person()));
create policy job_all on required_cell_bodies to mufakat_jobs using (cell_id in (select c.id from required_cells c)) with check (cell_id in (select c.id from required_cells c));
grant select, insert on required_cell_bodies to mufakat_app, mufakat_jobs;

-- Several bodies named together ("all agencies"), as one organisation of the directory.
create table collective_members (
  programme_id uuid not null references programmes,
  collective_id uuid not null references organisations,
  member_id uuid not null references organisations,
  created_at timestamptz not null,
  created_by uuid,
  primary key (programme_id, collective_id, member_id)
);
call mufakat.protect_programme_details('collective_members');

-- Roles that the charter requires; a seat may fill one. Without a seat it is vacant.
create table required_roles (
  id uuid primary key,
  programme_id uuid not null references programmes,
  key text not null check (length(key) between 1 and 120),
  title text not null check (length(title) between 1 and 200),
  title_en text,
  lang language_code not null default 'id',
  organisation_id uuid references organisations,
  since date not null,
  ended_on date,
  -- an imported file says that someone holds it who has no seat here
  held_elsewhere boolean not null default false,
  created_at timestamptz not null,
  created_by uuid,
  unique (programme_id, key)
);
call mufakat.protect_programme_details('required_roles', '{title,title_en,lang,organisation_id,since,ended_on,held_elsewhere}');
alter table seats add column required_role_id uuid references required_roles;
create index on seats (required_role_id);

-- Activities and milestones that a template proposes; the tasks module turns them into tasks.
create table programme_proposals (
  id uuid primary key,
  programme_id uuid not null references programmes,
  position integer not null,
  kind text not null check (kind in ('activity', 'milestone')),
  milestone_type text check (milestone_type in ('delivery', 'process-change', 'product', 'report')),
  title text not null check (length(title) between 1 and 300),
  title_en text,
  lang language_code not null default 'id',
  service_key text,
  starts_after_days integer not null default 0,
  due_after_days integer not null,
  -- the record made from it
  taken_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  unique (programme_id, position)
);
call mufakat.protect_programme_details('programme_proposals', '{taken_id}');

-- What a row is called in the file it came from, so that a second import changes nothing.
create table external_keys (
  programme_id uuid not null references programmes,
  kind text not null check (length(kind) between 1 and 60),
  key text not null check (length(key) between 1 and 200),
  source text not null check (length(source) between 1 and 300),
  record_id uuid not null,
  -- what the file says and no table holds; written back on export
  extra jsonb,
  created_at timestamptz not null,
  created_by uuid,
  primary key (programme_id, kind, key)
);
create index on external_keys (record_id);
call mufakat.protect_programme_details('external_keys', '{record_id,source,extra}');
