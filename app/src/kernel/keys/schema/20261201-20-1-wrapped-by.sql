-- The key-encryption key can be changed: every key says which one wrapped it, and while keys are wrapped anew two are known.
alter table keys.wrapping
  add column number integer generated always as identity,
  add column retired_at timestamptz;
drop index keys.wrapping_expr_idx;

alter table keys.subject_keys add column wrapped_by text references keys.wrapping;
alter table keys.subject_keys disable trigger destroyed;
update keys.subject_keys set wrapped_by = (select fingerprint from keys.wrapping) where wrapped is not null;
alter table keys.subject_keys enable trigger destroyed;
alter table keys.subject_keys add check ((wrapped is null) = (wrapped_by is null));
create index on keys.subject_keys (wrapped_by, subject) where wrapped_by is not null;

-- Two at most: the newest wraps what is made; of the other, keys are wrapped anew until none is left, then it retires.
-- The role that reads and adds keys makes the first one known (where nobody administers the server), and no other.
create function keys.another_wrapping() returns trigger language plpgsql set search_path = '' as $$ begin
  perform pg_advisory_xact_lock(hashtext('mufakat-keys-wrapping'));
  if (select count(*) from keys.wrapping where retired_at is null) > 1
  then raise exception 'another key-encryption key is being changed' using errcode = 'insufficient_privilege'; end if;
  if current_user = 'mufakat_keys' and exists (select from keys.wrapping)
  then raise exception 'only the administrator changes the key-encryption key' using errcode = 'insufficient_privilege'; end if;
  new.retired_at := null;
  return new;
end $$;
create trigger another before insert on keys.wrapping for each row execute function keys.another_wrapping();

create function keys.only_retired() returns trigger language plpgsql set search_path = '' as $$ begin
  if old.retired_at is not null or new.retired_at is null
    or (new.fingerprint, new.made_at, new.number) is distinct from (old.fingerprint, old.made_at, old.number)
  then raise exception 'a key-encryption key only ever retires' using errcode = 'insufficient_privilege'; end if;
  -- Whoever adds a key at this moment has added it before the next line looks, or finds this one retired.
  lock table keys.subject_keys in share row exclusive mode;
  if exists (select from keys.subject_keys where wrapped_by = old.fingerprint)
    or not exists (select from keys.wrapping where retired_at is null and fingerprint <> old.fingerprint)
  then raise exception 'it still wraps keys' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
drop trigger stays on keys.wrapping;
create trigger stays before delete or truncate on keys.wrapping for each statement execute function keys.stays();
create trigger retired before update on keys.wrapping for each row execute function keys.only_retired();

create function keys.wrapped_by_known() returns trigger language plpgsql set search_path = '' as $$ begin
  if new.wrapped is not null
    and not exists (select from keys.wrapping where fingerprint = new.wrapped_by and retired_at is null)
  then raise exception 'wrapped by no key-encryption key that is in use' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger known before insert on keys.subject_keys for each row execute function keys.wrapped_by_known();

-- A key is made once, wrapped anew by another key-encryption key, and destroyed once. The role of the app has no grant on
-- wrapped_by: it destroys, and wraps nothing anew.
create or replace function keys.only_destroyed() returns trigger language plpgsql set search_path = '' as $$ begin
  if old.destroyed_at is not null or (new.subject, new.made_at) is distinct from (old.subject, old.made_at)
    or (new.destroyed_at is null and (new.wrapped is null or new.wrapped_by is not distinct from old.wrapped_by
      or not exists (select from keys.wrapping where fingerprint = new.wrapped_by and retired_at is null)))
  then raise exception 'a key is only ever destroyed' using errcode = 'insufficient_privilege'; end if;
  if new.destroyed_at is not null then
    new.wrapped := null;
    new.wrapped_by := null;
  end if;
  return new;
end $$;
