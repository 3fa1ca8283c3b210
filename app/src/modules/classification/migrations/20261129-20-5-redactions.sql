-- The public version of what is withheld in part: bars with their grounds where the passages stood, cells that are too
-- small left out. What was blackened is nowhere in it, nor how long it was.
create table redactions (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  classification_id uuid not null references classifications,
  title text not null check (length(title) between 1 and 300),
  lang language_code not null,
  -- [{"text": …} | {"ground": "17h"}]
  passages jsonb,
  -- {"columns": […], "rows": [{"label": …, "cells": [12, null]}]}; null = suppressed
  cells jsonb,
  created_at timestamptz not null,
  created_by uuid not null references people,
  check ((passages is null) <> (cells is null))
);
create index on redactions (classification_id);
create index on redactions (programme_id, created_at);
alter table redactions enable row level security;
alter table redactions force row level security;
create policy owner_all on redactions to mufakat_owner using (true) with check (true);
create policy app_read on redactions for select to mufakat_app using (
  exists (select from public.classifications c where c.id = classification_id));
create policy job_read on redactions for select to mufakat_jobs using ((select mufakat.kind()) = 'job');
create policy app_add on redactions for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and exists (select from public.classifications c where c.id = classification_id
    and c.programme_id = redactions.programme_id and c.owner_id = redactions.owner_id
    and ((c.programme_id, c.owner_id) in (select h.programme_id, h.organisation_id from mufakat.headed_owners() h)
      or (select mufakat.has_role('information-officer')))));
grant select, insert on redactions to mufakat_app;
grant select on redactions to mufakat_jobs;
create trigger append_only before update or delete or truncate on redactions
  for each statement execute function mufakat.refuse_rewrite();
