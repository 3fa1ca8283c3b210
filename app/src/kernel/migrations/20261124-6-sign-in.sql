-- Accounts, sessions, links, mail: reached only through mufakat_jobs, so that the app's own role cannot read a hash.
create table accounts (
  person_id uuid primary key references people,
  email text not null check (length(email) <= 254 and email = lower(email)),
  password_hash text,
  lang language_code not null default 'id',
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index on accounts (email);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people,
  official boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  verified_at timestamptz not null,
  ended_at timestamptz,
  user_agent text check (length(user_agent) <= 200)
);
create index on sessions (person_id) where ended_at is null;

create table single_use_links (
  token_hash bytea primary key,
  kind text not null check (kind in ('invitation', 'password-reset')),
  person_id uuid not null references people,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  created_by uuid
);

-- Failed sign-ins by hashed account name and by hashed network, for the growing delay; no names, no addresses.
create table sign_in_failures (
  id uuid primary key,
  scope text not null check (scope in ('account', 'network', 'all')),
  key_hash bytea not null,
  at timestamptz not null
);
create index on sign_in_failures (scope, key_hash, at);

create table mails (
  id uuid primary key,
  event_id uuid,
  person_id uuid references people,
  address text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index on mails (created_at) where sent_at is null;

do $$
declare tab text;
begin
  foreach tab in array array['accounts', 'sessions', 'single_use_links', 'sign_in_failures', 'mails'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy owner_all on %I to mufakat_owner using (true) with check (true)', tab);
    execute format('create policy job_all on %I to mufakat_jobs using ((select mufakat.kind()) = ''job'') with check ((select mufakat.kind()) = ''job'')', tab);
    execute format('grant select, insert, update on %I to mufakat_jobs', tab);
  end loop;
  grant delete on sign_in_failures, mails to mufakat_jobs;
end $$;

-- One read for each signed-in request: the person behind a session with today's seats, roles and organisations.
create function mufakat.session_actor(token bytea, at timestamptz, today date)
returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'sessionId', s.id, 'personId', p.id, 'name', p.name, 'lang', a.lang, 'official', s.official,
    'createdAt', s.created_at, 'seenAt', s.seen_at, 'verifiedAt', s.verified_at,
    'seats', coalesce((select jsonb_agg(jsonb_build_object('programmeId', t.programme_id, 'organisationId', t.organisation_id, 'role', t.role))
      from public.seats t where t.person_id = p.id and t.first_day <= today and coalesce(t.last_day, 'infinity') >= today), '[]'),
    'roles', coalesce((select jsonb_agg(distinct r.role)
      from public.installation_roles r where r.person_id = p.id and r.first_day <= today and coalesce(r.last_day, 'infinity') >= today), '[]'),
    'organisations', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name)) from public.memberships m join public.organisations o on o.id = m.organisation_id
      where m.person_id = p.id and m.starts_on <= today and coalesce(m.ends_on, 'infinity') >= today), '[]'))
  from public.sessions s join public.people p on p.id = s.person_id join public.accounts a on a.person_id = p.id
  where s.token_hash = token and s.ended_at is null and a.disabled_at is null
    and s.seen_at > at - (case when s.official then interval '30 minutes' else interval '14 days' end)
    and s.created_at > at - (case when s.official then interval '12 hours' else interval '90 days' end)
$$;
revoke execute on function mufakat.session_actor from public;
grant execute on function mufakat.session_actor to mufakat_jobs;
