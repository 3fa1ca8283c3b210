-- Second factors, recovery codes, identities of other sign-in services: like accounts, reached by the sign-in job only.
-- sealed: encrypted under a key from the installation's secret, which is not in the database.
-- last_step: the newest time step whose code was used; a code works once.
create table totp_keys (
  id uuid primary key,
  person_id uuid not null references people,
  sealed bytea not null,
  last_step bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  used_at timestamptz,
  removed_at timestamptz
);
create unique index on totp_keys (person_id) where confirmed_at is not null and removed_at is null;
create index on totp_keys (person_id);

create table passkeys (
  id uuid primary key,
  person_id uuid not null references people,
  credential_id bytea not null unique check (length(credential_id) <= 1023),
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 80),
  synced boolean not null default false,
  created_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz
);
create index on passkeys (person_id);

-- A challenge is signed by the server and kept nowhere until it is used: then never again.
create table used_challenges (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);

create table recovery_codes (
  id uuid primary key,
  person_id uuid not null references people,
  code_hash bytea not null unique,
  created_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz
);
create index on recovery_codes (person_id);

-- Who lost everything: two others decide, a day passes, the person is told each time.
create table factor_resets (
  id uuid primary key,
  person_id uuid not null references people,
  proposed_by uuid not null references people,
  proposed_at timestamptz not null,
  approved_by uuid references people,
  approved_at timestamptz,
  due_at timestamptz,
  cancelled_by uuid references people,
  cancelled_at timestamptz,
  done_at timestamptz,
  check (proposed_by <> person_id and approved_by <> person_id and approved_by <> proposed_by),
  check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (due_at is null)),
  check (due_at >= approved_at + interval '24 hours'),
  check (done_at is null or (due_at is not null and done_at >= due_at and cancelled_at is null))
);
create unique index on factor_resets (person_id) where cancelled_at is null and done_at is null;

-- A person's account at another sign-in service, by issuer and subject; never by e-mail address.
create table identities (
  id uuid primary key,
  person_id uuid not null references people,
  issuer text not null check (length(issuer) <= 500),
  subject text not null check (length(subject) <= 255),
  linked_by text not null check (linked_by in ('invitation', 'verified-email')),
  created_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz
);
create unique index on identities (issuer, subject) where removed_at is null;
create index on identities (person_id);

do $$
declare tab text;
begin
  foreach tab in array array['totp_keys', 'passkeys', 'used_challenges', 'recovery_codes', 'factor_resets', 'identities'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    execute format('create policy job_all on %I to mufakat_jobs using ((select mufakat.kind()) = ''job'') with check ((select mufakat.kind()) = ''job'')', tab);
    execute format('grant select, insert on %I to mufakat_jobs', tab);
  end loop;
  grant update (last_step, confirmed_at, used_at, removed_at) on totp_keys to mufakat_jobs;
  grant update (counter, used_at, removed_at) on passkeys to mufakat_jobs;
  grant update (used_at, replaced_at) on recovery_codes to mufakat_jobs;
  grant update (approved_by, approved_at, due_at, cancelled_by, cancelled_at, done_at) on factor_resets to mufakat_jobs;
  grant update (used_at, removed_at) on identities to mufakat_jobs;
  grant delete on used_challenges to mufakat_jobs;
end $$;

-- What was used, removed, approved or cancelled stays so, and counts only go up: not even the app's own roles undo it.
create function mufakat.keep_factor_history() returns trigger
language plpgsql set search_path = '' as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
  once text;
begin
  foreach once in array tg_argv loop
    if before ->> once is not null and after ->> once is distinct from before ->> once then
      raise exception '% of % is never rewritten', once, tg_table_name using errcode = '23514';
    end if;
  end loop;
  if (after ->> 'last_step')::bigint < (before ->> 'last_step')::bigint
    or (after ->> 'counter')::bigint < (before ->> 'counter')::bigint then
    raise exception 'counts of % only go up', tg_table_name using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_history before update on totp_keys for each row
  execute function mufakat.keep_factor_history('confirmed_at', 'removed_at');
create trigger keep_history before update on passkeys for each row
  execute function mufakat.keep_factor_history('removed_at');
create trigger keep_history before update on recovery_codes for each row
  execute function mufakat.keep_factor_history('used_at', 'replaced_at');
create trigger keep_history before update on factor_resets for each row
  execute function mufakat.keep_factor_history('approved_by', 'approved_at', 'due_at', 'cancelled_by', 'cancelled_at', 'done_at');
create trigger keep_history before update on identities for each row
  execute function mufakat.keep_factor_history('removed_at');
