-- Every record that can have documents, under its own id. Triggers of the records' tables keep class, owner and
-- programme the same, and bring its documents along.
create table document_subjects (
  id uuid primary key,
  kind text not null,
  programme_id uuid not null references programmes,
  owner_id uuid not null references organisations,
  class record_class not null
);
create index on document_subjects (programme_id);
call mufakat.protect_records('document_subjects', '{}', 'programme_id', 'id');
drop policy app_add on document_subjects;
drop policy app_change on document_subjects;
drop policy job_add on document_subjects;
drop policy job_change on document_subjects;
revoke insert on document_subjects from mufakat_app, mufakat_jobs;

create function mufakat.closer_class(a text, b text) returns text language sql immutable set search_path = '' as $$
  select c from unnest(array['secret', 'restricted', 'members', 'public']) c where c in (a, b) limit 1
$$;

-- One file each, kept as it was received or, for pictures, as it was drawn again. Never overwritten; a better one is
-- another document.
create table documents (
  id uuid primary key,
  subject_id uuid not null references document_subjects,
  programme_id uuid not null references programmes,
  -- of the record
  owner_id uuid not null references organisations,
  -- the closer one of the record's and the document's own; kept by triggers
  class record_class not null,
  own_class record_class not null,
  -- the party in whose name it was added
  organisation_id uuid not null references organisations,
  lang language_code not null,
  title text not null check (length(title) between 1 and 200),
  file_name text not null check (length(file_name) between 1 and 160 and file_name !~ '[/\\[:cntrl:]]'),
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'csv', 'text')),
  size integer not null check (size between 1 and 20971520),
  -- of what is kept, and of what was sent
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  received_sha256 text not null check (received_sha256 ~ '^[0-9a-f]{64}$'),
  -- its name in storage: random, so that it says nothing
  storage_key text not null unique check (storage_key ~ '^[0-9a-f]{48}$'),
  created_at timestamptz not null,
  created_by uuid
);
create index on documents (subject_id, created_at);
create index on documents (programme_id, created_at);
create index on documents (created_by, created_at);

call mufakat.protect_records('documents');
drop policy app_add on documents;
drop policy app_change on documents;
drop policy job_add on documents;
drop policy job_change on documents;
revoke insert on documents from mufakat_jobs;
-- To a record that one sees, with a seat that acts: an observer or auditor adds nothing.
create policy app_add on documents for insert to mufakat_app with check (
  created_by = (select mufakat.person())
  and (programme_id = any (array(select mufakat.coordinated_programmes()))
    or programme_id in (select o.programme_id from mufakat.owner_seats() o))
  and exists (select from document_subjects s where s.id = documents.subject_id and s.programme_id = documents.programme_id));
-- A grant for the record opens what is no more closed than the record.
create policy app_read_granted on documents for select to mufakat_app using (
  class <> 'public' and subject_id = any (array(select mufakat.granted_records()))
  and class = (select s.class from document_subjects s where s.id = documents.subject_id));

-- The record's row is held until the document is committed: its class cannot change in between.
create function mufakat.document_belongs() returns trigger
language plpgsql security definer set search_path = '' as $$
declare record public.document_subjects;
begin
  if mufakat.kind() is null then return new; end if;
  select * into record from public.document_subjects s where s.id = new.subject_id for share;
  if record.id is null or record.programme_id <> new.programme_id or record.owner_id <> new.owner_id
    or new.class <> mufakat.closer_class(new.own_class, record.class)
    or not exists (select from public.seats s where s.person_id = new.created_by and s.programme_id = new.programme_id
      and s.organisation_id = new.organisation_id and s.role in ('officer', 'head', 'coordinator', 'deputy')
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today())
  then raise exception 'this document does not belong there' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger belongs before insert on documents for each row execute function mufakat.document_belongs();

create function mufakat.keep_document_subject() returns trigger
language plpgsql security definer set search_path = '' as $$
declare programme uuid := case when tg_table_name = 'programmes' then new.id else (to_jsonb(new) ->> 'programme_id')::uuid end;
begin
  insert into public.document_subjects (id, kind, programme_id, owner_id, class)
    values (new.id, tg_argv[0], programme, new.owner_id, new.class)
    on conflict (id) do update set owner_id = excluded.owner_id, class = excluded.class;
  if tg_op = 'UPDATE' then
    update public.documents d set owner_id = new.owner_id, class = mufakat.closer_class(d.own_class, new.class)
      where d.subject_id = new.id;
  end if;
  return null;
end $$;

-- Opens the records of one table to documents. Its rows have id, owner_id and class, and a programme.
create procedure mufakat.open_to_documents(tab text, kind text)
language plpgsql set search_path = '' as $$
begin
  execute format('insert into public.document_subjects (id, kind, programme_id, owner_id, class)
    select id, %L, %I, owner_id, class from public.%I', kind, case when tab = 'programmes' then 'id' else 'programme_id' end, tab);
  execute format('create trigger keep_document_subject after insert or update of owner_id, class on public.%I
    for each row execute function mufakat.keep_document_subject(%L)', tab, kind);
end $$;
call mufakat.open_to_documents('programmes', 'programme');
call mufakat.open_to_documents('tasks', 'task');
call mufakat.open_to_documents('commitments', 'commitment');
call mufakat.open_to_documents('decisions', 'decision');
call mufakat.open_to_documents('meetings', 'meeting');

-- Taken back, once, with the reason: by the party that added it, the record's owner or the coordination team.
create table document_withdrawals (
  id uuid primary key,
  document_id uuid not null unique references documents,
  reason text not null check (length(reason) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid
);
call mufakat.protect_details('document_withdrawals', 'documents', 'document_id');
drop policy app_add on document_withdrawals;
drop policy app_change on document_withdrawals;
drop policy job_add on document_withdrawals;
drop policy job_change on document_withdrawals;
revoke insert on document_withdrawals from mufakat_jobs;
create policy app_add on document_withdrawals for insert to mufakat_app with check (
  created_by = (select mufakat.person())
  and exists (select from documents d where d.id = document_withdrawals.document_id
    and (d.programme_id = any (array(select mufakat.coordinated_programmes()))
      or (d.programme_id, d.organisation_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o)
      or (d.programme_id, d.owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o))));

-- What storage must hold, whatever its class: for the job that sweeps and for the doctor, who read no documents.
create function mufakat.kept_files() returns table (storage_key text, size integer, sha256 text)
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is distinct from 'job' then return; end if;
  return query select d.storage_key, d.size, d.sha256 from public.documents d;
end $$;
