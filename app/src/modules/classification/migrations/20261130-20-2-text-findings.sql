-- Public texts that look like personal data: where they stand and of what kinds, never the words themselves. Found by a
-- job that reads what anyone reads; hidden by nobody but people.
create table text_findings (
  id uuid primary key,
  -- table and column of the text
  source text not null,
  place text not null,
  row_id uuid not null,
  -- the record on whose page it stands
  record_kind text not null,
  record_id uuid not null,
  programme_id uuid references programmes,
  owner_id uuid references organisations,
  kinds text[] not null check (cardinality(kinds) > 0),
  detector integer not null,
  created_at timestamptz not null,
  -- last found there
  seen_at timestamptz not null,
  unique (row_id, place, kinds)
);
create index on text_findings (source, seen_at);
create index on text_findings (created_at);

-- What became of it: let pass with a reason by the information officer, or no longer found.
create table text_finding_acts (
  id uuid primary key,
  finding_id uuid not null references text_findings,
  act text not null check (act in ('let-pass', 'gone')),
  reason text check (length(reason) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid references people,
  check ((act = 'let-pass') = (reason is not null))
);
create index on text_finding_acts (finding_id, created_at);

-- How far the reading of one kind of text has come, and with which detector: it goes on where it stopped.
create table text_scans (
  source text primary key,
  detector integer not null,
  last_id uuid,
  texts integer not null,
  found integer not null,
  started_at timestamptz not null,
  finished_at timestamptz
);

do $$
declare tab text;
begin
  foreach tab in array array['text_findings', 'text_finding_acts', 'text_scans'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    execute format('create policy app_read on %I for select to mufakat_app using ((select mufakat.has_role(''information-officer'')))', tab);
    execute format('create policy job_all on %I to mufakat_jobs using ((select mufakat.kind()) = ''job'') with check ((select mufakat.kind()) = ''job'')', tab);
    execute format('grant select on %I to mufakat_app', tab);
    execute format('grant select, insert on %I to mufakat_jobs', tab);
  end loop;
end $$;
create policy app_add on text_finding_acts for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and act = 'let-pass' and (select mufakat.has_role('information-officer')));
grant insert on text_finding_acts to mufakat_app;
grant update (seen_at) on text_findings to mufakat_jobs;
grant update (detector, last_id, texts, found, started_at, finished_at) on text_scans to mufakat_jobs;
create trigger append_only before update or delete or truncate on text_finding_acts
  for each statement execute function mufakat.refuse_rewrite();

-- Open: nothing became of it, or it was found again after it had gone.
create view open_text_findings with (security_invoker = true, security_barrier = true) as
  select f.* from text_findings f
  where not exists (select from text_finding_acts a where a.finding_id = f.id
    and (a.act = 'let-pass' or a.created_at >= f.seen_at));
grant select on open_text_findings to mufakat_app, mufakat_jobs;
