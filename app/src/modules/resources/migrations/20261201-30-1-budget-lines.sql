-- What money is planned for, and what became of it. A line and its first plan are never rewritten: revisions and
-- realisations are rows beside it, and a wrong row is corrected by a newer one.
-- Amounts are whole rupiah up to a hundred trillion, so that sums of lines stay exact wherever they are added up.
create table budget_lines (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the agency that spends it
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  code text not null check (length(code) between 1 and 60),
  title text not null check (length(title) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  -- whose money it is
  source_id uuid not null references organisations,
  -- of the programme's own places
  territory_code text check (length(territory_code) between 1 and 120),
  fiscal_year integer not null check (fiscal_year between 2000 and 2100),
  planned bigint not null check (planned between 1 and 100000000000000),
  -- both follow from the rows beside it (triggers); nobody sets them
  revised bigint not null default 0 check (revised between 0 and 100000000000000),
  realised bigint not null default 0 check (realised between 0 and 9000000000000000),
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
create index on budget_lines (programme_id, fiscal_year);
create index on budget_lines (source_id);
call mufakat.protect_records('budget_lines', '{version}');

create table budget_revisions (
  id uuid primary key,
  line_id uuid not null references budget_lines,
  -- what it was until then (trigger)
  from_amount bigint not null default 0,
  amount bigint not null check (amount between 0 and 100000000000000),
  because text not null check (length(because) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid
);
create index on budget_revisions (line_id, created_at);
call mufakat.protect_details('budget_revisions', 'budget_lines', 'line_id');

-- Money spent. A correction names the row that it stands for; only rows that nobody corrected count.
create table budget_realisations (
  id uuid primary key,
  line_id uuid not null references budget_lines,
  spent_on date not null,
  amount bigint not null check (amount between 0 and 100000000000000),
  evidence text not null check (length(evidence) between 1 and 1000),
  corrects_id uuid unique references budget_realisations,
  because text check (length(because) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid,
  check ((corrects_id is null) = (because is null))
);
create index on budget_realisations (line_id, spent_on);
call mufakat.protect_details('budget_realisations', 'budget_lines', 'line_id');

-- Whether the actor may act for this party of the programme today: its own people, and the coordination team.
create function mufakat.answers_for(programme uuid, organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select mufakat.seated_for(programme, organisation, array['officer', 'head', 'coordinator', 'deputy'])
    or programme in (select mufakat.coordinated_programmes())
$$;

create function mufakat.line_planned() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.revised := new.planned;
  new.realised := 0;
  if session_user <> 'mufakat_app' then return new; end if;
  if new.class not in ('public', 'members') then perform mufakat.refuse('not-new', tg_table_name); end if;
  if not mufakat.answers_for(new.programme_id, new.owner_id)
    or not exists (select from public.parties p where p.programme_id = new.programme_id and p.organisation_id = new.owner_id)
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  if new.territory_code is not null and not exists (select from public.programme_territories t
    where t.programme_id = new.programme_id and t.code = new.territory_code)
    then perform mufakat.refuse('other-territory', tg_table_name); end if;
  return new;
end $$;
create trigger planned before insert on budget_lines for each row execute function mufakat.line_planned();

-- Whoever updates, also a migration: what was planned first stays.
create function mufakat.first_plan_stays() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.planned, new.fiscal_year, new.code, new.title, new.source_id) is distinct from (old.planned, old.fiscal_year, old.code, old.title, old.source_id)
    then perform mufakat.refuse('first-plan', tg_table_name); end if;
  return new;
end $$;
create trigger first_plan before update on budget_lines for each row execute function mufakat.first_plan_stays();

-- One at a time for each line, so that no revision is counted from an amount that another one has just replaced.
create function mufakat.line_kept(line uuid) returns public.budget_lines language plpgsql security definer set search_path = '' as $$
declare l public.budget_lines;
begin
  perform pg_advisory_xact_lock(hashtextextended(line::text, 7));
  select * into l from public.budget_lines x where x.id = line;
  if session_user = 'mufakat_app' and not mufakat.answers_for(l.programme_id, l.owner_id)
    then perform mufakat.refuse('not-party', 'budget_lines'); end if;
  return l;
end $$;
revoke execute on function mufakat.line_kept from public;

create function mufakat.line_revised() returns trigger language plpgsql security definer set search_path = '' as $$
declare l public.budget_lines;
begin
  l := mufakat.line_kept(new.line_id);
  new.from_amount := l.revised;
  if new.amount = l.revised then perform mufakat.refuse('same-amount', tg_table_name); end if;
  update public.budget_lines set revised = new.amount where id = l.id;
  return new;
end $$;
create trigger revised before insert on budget_revisions for each row execute function mufakat.line_revised();

create function mufakat.line_realised() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  l public.budget_lines;
  corrected bigint := 0;
begin
  l := mufakat.line_kept(new.line_id);
  if session_user = 'mufakat_app' and new.spent_on > mufakat.today() then perform mufakat.refuse('future', tg_table_name); end if;
  if new.corrects_id is not null then
    select r.amount into corrected from public.budget_realisations r where r.id = new.corrects_id and r.line_id = new.line_id;
    if not found then perform mufakat.refuse('other-line', tg_table_name); end if;
    if exists (select from public.budget_realisations r where r.corrects_id = new.corrects_id)
      then perform mufakat.refuse('corrected', tg_table_name); end if;
  end if;
  update public.budget_lines set realised = realised + new.amount - corrected where id = l.id;
  return new;
end $$;
create trigger realised before insert on budget_realisations for each row execute function mufakat.line_realised();

call mufakat.open_to_discussion('budget_lines', 'budget-line');
call mufakat.open_to_documents('budget_lines', 'budget-line');
call mufakat.open_to_classification('budget_lines', 'budget-line');
