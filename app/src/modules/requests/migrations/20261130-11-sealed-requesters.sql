-- Who asks and what was written about it stand sealed (docs/decisions/2026-11-28-keys-and-erasure.md): AES-256-GCM under
-- the request's own key, which is in the keys database. Once that key is destroyed, no copy of these rows opens.
-- Rows from before are sealed by the job seal-requesters; new ones and changed ones hold nothing in clear.
alter table information_requesters
  alter column name drop not null,
  alter column identity_number drop not null,
  alter column address drop not null,
  add column sealed bytea,
  -- of its own, so that the job that writes to the requester reads the address to write to and nothing else
  add column email_sealed bytea,
  add constraint nothing_in_clear check (num_nonnulls(name, identity_number, email, phone, address) = 0) not valid,
  add constraint sealed_until_erased check ((sealed is null) = (erased_at is not null)) not valid;
alter table information_request_texts
  alter column body drop not null,
  add column sealed bytea,
  add constraint nothing_in_clear check (body is null and cardinality(links) = 0) not valid,
  add constraint sealed_until_erased check ((sealed is null) = (erased_at is not null)) not valid;

create policy job_seals on information_requesters for select to mufakat_jobs using ((select mufakat.job()) = 'seal-requesters');
create policy job_seals_change on information_requesters for update to mufakat_jobs using ((select mufakat.job()) = 'seal-requesters');
create policy job_seals on information_request_texts for select to mufakat_jobs using ((select mufakat.job()) = 'seal-requesters');
create policy job_seals_change on information_request_texts for update to mufakat_jobs using ((select mufakat.job()) = 'seal-requesters');
revoke select (email) on information_requesters from mufakat_jobs;
-- In clear is only what the job still has to seal; afterwards these columns are empty.
grant select (name, identity_number, email, phone, address, sealed, email_sealed), update (sealed, email_sealed) on information_requesters to mufakat_jobs;
grant select (body, links, sealed), update (sealed) on information_request_texts to mufakat_jobs;

-- A mail whose address is opened only as it leaves: the same ciphertext as where it came from, and that place.
alter table mails add column address_sealed bytea,
  add column address_place text check (address_place ~ '^[a-z_]+/[0-9a-f-]{36}/[a-z_]+$'),
  add column sealed_for uuid,
  add check (num_nonnulls(address_sealed, address_place, sealed_for) in (0, 3));
