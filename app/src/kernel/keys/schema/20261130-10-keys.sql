-- The keys database (docs/decisions/2026-11-28-keys-and-erasure.md): one wrapped key a subject, or the tombstone of one.
-- It knows ids and days, nothing personal; what the keys open stands in the records database.
create schema keys;

-- Which key-encryption key wrapped the others. It stands in the secrets folder; here is only its fingerprint.
create table keys.wrapping (
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{16}$'),
  made_at timestamptz not null
);
create unique index on keys.wrapping ((true));

create table keys.subject_keys (
  subject uuid primary key,
  wrapped bytea,
  made_at timestamptz not null,
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);
create index on keys.subject_keys (destroyed_at) where destroyed_at is not null;

-- A key is made once and destroyed once; a tombstone stays, so that no key is ever made for its subject again.
create function keys.only_destroyed() returns trigger language plpgsql set search_path = '' as $$ begin
  if old.destroyed_at is not null or new.destroyed_at is null or (new.subject, new.made_at) is distinct from (old.subject, old.made_at)
  then raise exception 'a key is only ever destroyed' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger destroyed before update on keys.subject_keys for each row execute function keys.only_destroyed();
create function keys.stays() returns trigger language plpgsql set search_path = '' as $$
begin raise exception '% on %: keys and tombstones stay', tg_op, tg_table_name using errcode = 'insufficient_privilege'; end $$;
create trigger stays before delete or truncate on keys.subject_keys for each statement execute function keys.stays();
create trigger stays before update or delete or truncate on keys.wrapping for each statement execute function keys.stays();

grant usage on schema keys to mufakat_keys;
grant select on keys.wrapping, keys.subject_keys to mufakat_keys;
grant insert on keys.wrapping, keys.subject_keys to mufakat_keys;
grant update (wrapped, destroyed_at) on keys.subject_keys to mufakat_keys;
