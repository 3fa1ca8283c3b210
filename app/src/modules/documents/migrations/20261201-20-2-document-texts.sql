-- The words of a file, read by a job after it was taken. No role reads them here: they are for the search, which keeps them
-- under the policies of the file itself. At most 100,000 letters, the first ones.
create table document_texts (
  document_id uuid primary key references documents,
  body text check (length(body) <= 100000),
  -- why there are none
  fault text check (fault in ('no-text', 'encrypted', 'broken', 'too-heavy', 'lost')),
  attempts smallint not null default 0,
  -- null: read, or given up
  next_attempt_at timestamptz,
  check (body is null or fault is null)
);
create index on document_texts (next_attempt_at) where next_attempt_at is not null;
alter table document_texts enable row level security;
alter table document_texts force row level security;
create policy owner_all on document_texts to mufakat_owner using (true) with check (true);

-- Of other kinds no words can be read: office documents, pictures.
create function mufakat.document_has_text() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  if new.kind in ('pdf', 'csv', 'text') then
    insert into public.document_texts (document_id, next_attempt_at) values (new.id, new.created_at);
  end if;
  return null;
end $$;
create trigger has_text after insert on documents for each row execute function mufakat.document_has_text();
insert into document_texts (document_id, next_attempt_at)
  select id, created_at from documents d where kind in ('pdf', 'csv', 'text')
    and not exists (select from document_withdrawals w where w.document_id = d.id);

create function mufakat.document_text_goes() returns trigger
language plpgsql security definer set search_path = '' as $$ begin
  update public.document_texts set body = null, next_attempt_at = null where document_id = new.document_id;
  return null;
end $$;
create trigger text_goes after insert on document_withdrawals for each row execute function mufakat.document_text_goes();

-- The job is told which file to read, of whatever class, and hands in what it holds; it reads neither record nor words. A
-- file that three processes did not come back from is left alone.
create function mufakat.next_file_to_read(at timestamptz) returns table (document_id uuid, kind text, storage_key text)
language plpgsql security definer set search_path = '' as $$ begin
  if mufakat.job() is distinct from 'file-texts' then return; end if;
  update public.document_texts t set fault = 'too-heavy', next_attempt_at = null where t.attempts >= 3 and t.next_attempt_at <= at;
  return query
    with taken as (update public.document_texts t set attempts = t.attempts + 1, next_attempt_at = at + interval '10 minutes'
      where t.document_id = (select w.document_id from public.document_texts w where w.next_attempt_at <= at
        order by w.next_attempt_at limit 1 for update skip locked) returning t.document_id)
    select d.id, d.kind, d.storage_key from taken join public.documents d on d.id = taken.document_id;
end $$;
create function mufakat.keep_file_text(document uuid, said text, why text) returns void
language plpgsql security definer set search_path = '' as $$ begin
  if mufakat.job() is distinct from 'file-texts' then
    raise exception 'only the job that reads files keeps their words' using errcode = 'insufficient_privilege'; end if;
  -- Not of one that was withdrawn meanwhile.
  update public.document_texts set body = said, fault = why, next_attempt_at = null
    where document_id = document and next_attempt_at is not null;
end $$;
revoke execute on function mufakat.next_file_to_read, mufakat.keep_file_text from public;
grant execute on function mufakat.next_file_to_read, mufakat.keep_file_text to mufakat_jobs;
