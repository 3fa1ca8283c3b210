-- Versions of files that are open in part hang on the decision that withholds the rest: as open as that decision.
create function mufakat.keep_classification_subject() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  insert into public.document_subjects (id, kind, programme_id, owner_id, class)
    values (new.id, 'classification', new.programme_id, new.owner_id, case when new.hides_existence then 'members' else 'public' end);
  return null;
end $$;
create trigger keep_document_subject after insert on classifications
  for each row execute function mufakat.keep_classification_subject();
insert into document_subjects (id, kind, programme_id, owner_id, class)
  select id, 'classification', programme_id, owner_id, case when hides_existence then 'members' else 'public' end from classifications;

-- A new file made from one that is withheld: which ground each bar has, never what stood there nor how long it was.
create table file_redactions (
  id uuid primary key,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  classification_id uuid not null references classifications,
  original_id uuid not null references documents,
  document_id uuid not null unique references documents,
  grounds text[] not null check (cardinality(grounds) > 0
    and grounds <@ array['17a', '17b', '17c', '17d', '17e', '17f', '17g', '17h', '17i', '17j']),
  parts integer not null check (parts > 0),
  created_at timestamptz not null,
  created_by uuid not null references people
);
create index on file_redactions (classification_id);
create index on file_redactions (programme_id, created_at);
alter table file_redactions enable row level security;
alter table file_redactions force row level security;
create policy owner_all on file_redactions to mufakat_owner using (true) with check (true);
create policy app_read on file_redactions for select to mufakat_app using (
  exists (select from public.classifications c where c.id = classification_id));
create policy job_read on file_redactions for select to mufakat_jobs using ((select mufakat.kind()) = 'job');
create policy app_add on file_redactions for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and exists (select from public.classifications c where c.id = classification_id
    and c.programme_id = file_redactions.programme_id and c.owner_id = file_redactions.owner_id
    and ((c.programme_id, c.owner_id) in (select h.programme_id, h.organisation_id from mufakat.headed_owners() h)
      or (select mufakat.has_role('information-officer')))));
grant select, insert on file_redactions to mufakat_app;
grant select on file_redactions to mufakat_jobs;
create trigger append_only before update or delete or truncate on file_redactions
  for each statement execute function mufakat.refuse_rewrite();

-- Only from a file of the record that the decision withholds, which the decider may read, while it stands.
create function mufakat.file_redaction_fits() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if mufakat.kind() is null then return new; end if;
  if not exists (select from public.classification_states s
      join public.documents o on o.subject_id = s.record_id
      join public.documents d on d.subject_id = s.id
      where s.id = new.classification_id and s.in_force and s.ended_by is null
        and o.id = new.original_id and d.id = new.document_id and d.created_by = new.created_by
        and not exists (select from public.document_withdrawals w where w.document_id = o.id))
  then raise exception 'this version does not fit its decision' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger fits before insert on file_redactions for each row execute function mufakat.file_redaction_fits();

-- The head of the owner, or the information officer, who has no seat.
create policy app_add_released on documents for insert to mufakat_app with check (
  created_by = (select mufakat.person()) and organisation_id = owner_id
  and exists (select from public.classifications c where c.id = documents.subject_id
    and c.programme_id = documents.programme_id and c.owner_id = documents.owner_id
    and ((c.programme_id, c.owner_id) in (select h.programme_id, h.organisation_id from mufakat.headed_owners() h)
      or (select mufakat.has_role('information-officer')))));

create or replace function mufakat.document_belongs() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  record public.document_subjects;
  belongs boolean;
begin
  if mufakat.kind() is null then return new; end if;
  select * into record from public.document_subjects s where s.id = new.subject_id for share;
  if record.kind = 'classification' then
    belongs := new.organisation_id = record.owner_id and (mufakat.has_role('information-officer')
      or (record.programme_id, record.owner_id) in (select h.programme_id, h.organisation_id from mufakat.headed_owners() h));
  else
    belongs := exists (select from public.seats s where s.person_id = new.created_by and s.programme_id = new.programme_id
      and s.organisation_id = new.organisation_id and s.role in ('officer', 'head', 'coordinator', 'deputy')
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today());
  end if;
  if record.id is null or record.programme_id <> new.programme_id or record.owner_id <> new.owner_id
    or new.class <> mufakat.closer_class(new.own_class, record.class) or not belongs
  then raise exception 'this document does not belong there' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

-- Nothing hangs on a decision that is not such a version: asked when the transaction ends, as its row names the document.
create function mufakat.document_was_released() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if exists (select from public.document_subjects s where s.id = new.subject_id and s.kind = 'classification')
    and not exists (select from public.file_redactions f where f.document_id = new.id) and mufakat.kind() is not null
  then raise exception 'only a version that is open in part hangs on a decision' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create constraint trigger released after insert on documents deferrable initially deferred
  for each row execute function mufakat.document_was_released();
