-- Accounts, sessions, links, tokens, mail: reached only through mufakat_jobs, so that the app's own role cannot read a hash.
create table accounts (
  person_id uuid primary key references people,
  email text not null check (length(email) <= 254 and email = lower(email)),
  password_hash text,
  lang language_code not null default 'id',
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index on accounts (email);

-- network_hash: keyed hash of the network it was opened from, so that a known place is not slowed by a stranger's guesses.
create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people,
  official boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  verified_at timestamptz not null,
  ended_at timestamptz,
  network_hash bytea,
  user_agent text check (length(user_agent) <= 200)
);
create index on sessions (person_id, created_at desc);

-- used_at: when it stopped working, by its use or because a newer one replaced it.
create table single_use_links (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null check (kind in ('invitation', 'password-reset')),
  person_id uuid not null references people,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  created_by uuid
);
create index on single_use_links (person_id);
create index on single_use_links (created_by, created_at desc);

create table api_tokens (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people,
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on api_tokens (person_id);

-- How often something guessable was tried lately, by keyed hash of the account or network: no names, no addresses.
create table attempt_limits (
  scope text not null,
  key_hash bytea not null,
  attempts integer not null,
  last_at timestamptz not null,
  primary key (scope, key_hash)
);
create index on attempt_limits (last_at);

-- A body with {link} gets the address of link_id put in only when it leaves: the database never holds the token.
create table mails (
  id uuid primary key,
  event_id uuid,
  person_id uuid references people,
  address text not null,
  subject text not null,
  body text not null,
  link_id uuid references single_use_links on delete set null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  -- null: at once
  next_attempt_at timestamptz,
  given_up_at timestamptz,
  -- when address, subject and body were emptied
  forgotten_at timestamptz
);
create index on mails (created_at) where sent_at is null and given_up_at is null;
create index on mails (created_at) where forgotten_at is null;
-- a follower writes one mail a person for one event, however often it is called
create unique index on mails (event_id, person_id);

do $$
declare tab text;
begin
  foreach tab in array array['accounts', 'sessions', 'single_use_links', 'api_tokens', 'attempt_limits', 'mails'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    execute format('create policy job_all on %I to mufakat_jobs using ((select mufakat.kind()) = ''job'') with check ((select mufakat.kind()) = ''job'')', tab);
    execute format('grant select, insert, update on %I to mufakat_jobs', tab);
  end loop;
  grant delete on sessions, single_use_links, api_tokens, attempt_limits, mails to mufakat_jobs;
end $$;

-- Whoever acts for an organisation, in a programme or for the installation is held to the short limits.
create function mufakat.acts_officially(person uuid, today date) returns boolean
language plpgsql stable set search_path = '' as $$ begin
  return (select exists (select from public.memberships m where m.person_id = person
      and m.starts_on <= today and coalesce(m.ends_on, 'infinity') >= today)
    or exists (select from public.installation_roles r where r.person_id = person
      and r.first_day <= today and coalesce(r.last_day, 'infinity') >= today)
    or exists (select from public.seats s where s.person_id = person
      and s.first_day <= today and coalesce(s.last_day, 'infinity') >= today));
end $$;

-- A person with today's seats, roles and organisations.
create function mufakat.actor_of(person uuid, today date) returns jsonb
language plpgsql stable set search_path = '' as $$ begin
  return (select jsonb_build_object(
    'personId', p.id, 'name', p.name,
    'seats', coalesce((select jsonb_agg(jsonb_build_object('programmeId', t.programme_id, 'organisationId', t.organisation_id, 'role', t.role))
      from public.seats t where t.person_id = p.id and t.first_day <= today and coalesce(t.last_day, 'infinity') >= today), '[]'),
    'roles', coalesce((select jsonb_agg(distinct r.role)
      from public.installation_roles r where r.person_id = p.id and r.first_day <= today and coalesce(r.last_day, 'infinity') >= today), '[]'),
    'organisations', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by m.starts_on)
      from public.memberships m join public.organisations o on o.id = m.organisation_id
      where m.person_id = p.id and m.starts_on <= today and coalesce(m.ends_on, 'infinity') >= today), '[]'))
  from public.people p where p.id = person);
end $$;

-- One read for each signed-in request. Officials: idle 30 minutes, 12 hours in all; residents: 14 days, 90 days.
-- Official counts from the sign-in or from today, whichever is stricter.
create function mufakat.session_actor(token bytea, at timestamptz, today date)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$ begin
  return (select mufakat.actor_of(s.person_id, today) || jsonb_build_object(
    'lang', a.lang, 'sessionId', s.id, 'official', l.official,
    'createdAt', s.created_at, 'seenAt', s.seen_at, 'verifiedAt', s.verified_at)
  from public.sessions s
  join public.accounts a on a.person_id = s.person_id
  cross join lateral (select s.official or mufakat.acts_officially(s.person_id, today) as official) l
  where s.token_hash = token and s.ended_at is null and a.disabled_at is null
    and s.seen_at > at - (case when l.official then interval '30 minutes' else interval '14 days' end)
    and s.created_at > at - (case when l.official then interval '12 hours' else interval '90 days' end));
end $$;

create function mufakat.token_actor(token bytea, at timestamptz, today date)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$ begin
  return (select mufakat.actor_of(t.person_id, today) || jsonb_build_object('lang', a.lang, 'tokenId', t.id, 'usedAt', t.used_at)
  from public.api_tokens t
  join public.accounts a on a.person_id = t.person_id
  where t.token_hash = token and t.revoked_at is null and a.disabled_at is null and t.expires_at > at);
end $$;

-- The person on whose behalf the sign-in job acts.
create function mufakat.person_actor(person uuid, today date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$ begin
  return (select mufakat.actor_of(person, today));
end $$;

revoke execute on function mufakat.acts_officially, mufakat.actor_of, mufakat.session_actor, mufakat.token_actor, mufakat.person_actor from public;
grant execute on function mufakat.session_actor, mufakat.token_actor, mufakat.person_actor to mufakat_jobs;
