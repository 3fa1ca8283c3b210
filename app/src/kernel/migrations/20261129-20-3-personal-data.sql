-- Who let a public text pass that looked like personal data, and why it is none. Never the text itself.
create table personal_data_confirmations (
  id uuid primary key,
  operation text not null,
  programme_id uuid references programmes,
  record_kind text not null,
  record_id uuid not null,
  -- kinds of what was found, in order
  kinds text[] not null,
  reason text not null check (length(reason) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid not null references people
);
create index on personal_data_confirmations (programme_id, created_at);
create index on personal_data_confirmations (record_id);
alter table personal_data_confirmations enable row level security;
alter table personal_data_confirmations force row level security;
create policy owner_all on personal_data_confirmations to mufakat_owner using (true) with check (true);
create policy app_read on personal_data_confirmations for select to mufakat_app using (
  programme_id = any (array(select mufakat.member_programmes())) or (select mufakat.has_role('information-officer')));
create policy app_add on personal_data_confirmations for insert to mufakat_app with check (created_by = (select mufakat.person()));
create policy job_read on personal_data_confirmations for select to mufakat_jobs using ((select mufakat.kind()) = 'job');
grant select, insert on personal_data_confirmations to mufakat_app;
grant select on personal_data_confirmations to mufakat_jobs;
create trigger append_only before update or delete or truncate on personal_data_confirmations
  for each statement execute function mufakat.refuse_rewrite();
