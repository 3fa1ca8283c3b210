-- What a party reports may be shown by a file: a document of the commitment or of its programme, that the reporter sees.
alter table commitment_reports add column document_id uuid references documents;
create index on commitment_reports (document_id) where document_id is not null;

-- With the rights of who writes, so that no report names what its writer may not read.
create function mufakat.report_names_its_file() returns trigger language plpgsql set search_path = '' as $$ begin
  if not exists (select from public.documents d join public.commitments c on c.id = new.commitment_id
    where d.id = new.document_id and d.subject_id in (c.id, c.programme_id)
      and not exists (select from public.document_withdrawals w where w.document_id = d.id))
  then raise exception 'this file is none of the commitment' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger names_its_file before insert on commitment_reports for each row
  when (new.document_id is not null) execute function mufakat.report_names_its_file();
