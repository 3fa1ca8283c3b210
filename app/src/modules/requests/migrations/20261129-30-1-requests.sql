-- Information requests. What anyone may read (number, days, decision) and what is personal live in tables of their own.
create table information_rules (
  id text not null,
  version integer not null check (version > 0),
  amount integer not null check (amount between 1 and 400),
  unit text not null check (unit in ('working-days', 'years')),
  source text not null,
  created_at timestamptz not null,
  created_by uuid references people,
  primary key (id, version)
);
call mufakat.protect_shared('information_rules', '(select mufakat.has_role(''operator'')) and created_by = (select mufakat.person())');
insert into information_rules (id, version, amount, unit, source, created_at) values
  ('ID.KIP.answer', 1, 10, 'working-days', 'UU 14/2008 Pasal 22 ayat (7)', '2026-11-29'),
  ('ID.KIP.answer.extension', 1, 7, 'working-days', 'UU 14/2008 Pasal 22 ayat (8)', '2026-11-29'),
  ('ID.KIP.objection.file', 1, 30, 'working-days', 'UU 14/2008 Pasal 35 dan 36', '2026-11-29'),
  ('ID.KIP.objection.answer', 1, 30, 'working-days', 'UU 14/2008 Pasal 36', '2026-11-29'),
  ('ID.KIP.dispute.file', 1, 14, 'working-days', 'UU 14/2008 Pasal 37', '2026-11-29'),
  ('requester.retention', 1, 5, 'years', 'Internal', '2026-11-29');

create function mufakat.information_rule(rule text) returns integer language sql stable security definer set search_path = '' as
$$ select r.amount from public.information_rules r where r.id = rule order by r.version desc limit 1 $$;

create table information_requests (
  id uuid primary key,
  year integer not null,
  sequence integer not null,
  programme_id uuid references programmes,
  -- the organisation that answers for it: the programme's lead; its head is the superior of the information officer
  owner_id uuid references organisations,
  class record_class not null default 'public' check (class = 'public'),
  channel text not null check (channel in ('web', 'desk')),
  lang language_code not null,
  received_on date not null,
  -- never changed; due_on moves with pauses, the extension and the calendar, and is empty while the clock stands
  first_due_on date not null,
  due_on date,
  rule_version integer not null,
  calendar_version integer not null,
  state text not null check (state in ('open', 'paused', 'answered', 'reopened', 'withdrawn')),
  registered_on date,
  extended_on date,
  paused_on date,
  holder_id uuid references organisations,
  outcome text check (outcome in ('full', 'partial', 'refused', 'not-held', 'forwarded')),
  ground text,
  answered_on date,
  objected_on date,
  objection_ground text,
  objection_due_on date,
  reconsidered_on date,
  reconsideration text,
  disputed_on date,
  dispute_ended_on date,
  dispute_outcome text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid references people,
  unique (year, sequence)
);
create index on information_requests (programme_id, received_on);
create index on information_requests (due_on) where state in ('open', 'reopened');
create index on information_requests (holder_id) where state in ('open', 'paused', 'reopened');

-- Who asks. Only the information officer and the requester read it; see the policies below.
create table information_requesters (
  request_id uuid primary key references information_requests,
  person_id uuid references people,
  kind text not null check (kind in ('person', 'group', 'legal-entity')),
  name text not null check (length(name) <= 200),
  identity_kind text not null check (identity_kind in ('nik', 'passport', 'deed', 'authority')),
  identity_number text not null check (length(identity_number) <= 60),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  address text not null check (length(address) <= 500),
  -- keyed hash of what was sent, so that the same form sent twice is known
  sent_hash bytea not null,
  erased_at timestamptz
);
create index on information_requesters (person_id) where person_id is not null;

-- The hash of the secret link; no role reads it.
create table information_request_tokens (
  request_id uuid primary key references information_requests,
  token_hash bytea not null unique
);

-- What happened: codes and days only. Acts of the requester carry no author.
create table information_request_steps (
  id uuid primary key,
  request_id uuid not null references information_requests,
  kind text not null check (kind in ('registered', 'extended', 'paused', 'resumed', 'handed', 'returned', 'forwarded', 'answered',
    'withdrawn', 'objected', 'reconsidered', 'disputed', 'dispute-ended')),
  happened_on date not null,
  outcome text,
  ground text,
  organisation_id uuid references organisations,
  programme_id uuid references programmes,
  -- the deadline that it led to
  due_on date,
  created_at timestamptz not null,
  created_by uuid references people
);
create index on information_request_steps (request_id, created_at);

-- What was written, by the requester and about the request. Class restricted.
create table information_request_texts (
  id uuid primary key,
  request_id uuid not null references information_requests,
  kind text not null check (kind in ('asked', 'purpose', 'manner', 'question', 'reply', 'instruction', 'material', 'extension',
    'forwarding', 'answer', 'withheld', 'harm', 'weighing', 'partial', 'elsewhere', 'objection', 'reconsideration', 'dispute-outcome')),
  body text not null check (length(body) <= 10000),
  links text[] not null default '{}' check (cardinality(links) <= 10),
  erased_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references people
);
create index on information_request_texts (request_id, created_at);

-- The public register's words for what was asked and why, by the information officer, without personal data.
create table information_request_wordings (
  id uuid primary key,
  request_id uuid not null references information_requests,
  subject text not null check (length(subject) <= 300),
  purpose text not null check (length(purpose) <= 300),
  created_at timestamptz not null,
  created_by uuid references people
);
create index on information_request_wordings (request_id, created_at desc);

-- An answer that the information officer decided to publish; a newer row corrects or withdraws it.
create table information_publications (
  id uuid primary key,
  request_id uuid not null references information_requests,
  title text not null check (length(title) <= 200),
  body text not null check (length(body) <= 10000),
  links text[] not null default '{}' check (cardinality(links) <= 10),
  lang language_code not null,
  withdrawn boolean not null default false,
  published_on date not null,
  created_at timestamptz not null,
  created_by uuid references people
);
create index on information_publications (request_id, created_at desc);

-- The n-th working day after a day, leaving out pauses (days after the first up to and including the last); null while one is open.
create function mufakat.nth_working_day(after date, n integer, pauses daterange[] default '{}') returns date
language sql stable security definer set search_path = '' as $$
  select d::date from generate_series(after + 1, after + n * 3 + 60
      + coalesce((select sum(upper(p) - lower(p)) from unnest(pauses) p where not upper_inf(p)), 0)::integer, interval '1 day') d
  where extract(isodow from d) < 6
    and not exists (select from public.holidays h where h.date = d::date and not h.removed)
    and not exists (select from unnest(pauses) p where d::date <@ p)
    and not exists (select from unnest(pauses) p where upper_inf(p))
  order by d offset n - 1 limit 1
$$;

create function mufakat.information_pauses(request uuid, until date default null) returns daterange[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(daterange(s.happened_on + 1, coalesce(e.happened_on, until) + 1)), '{}')
  from public.information_request_steps s
  left join lateral (select r.happened_on from public.information_request_steps r
    where r.request_id = s.request_id and r.kind = 'resumed' and r.created_at >= s.created_at order by r.created_at limit 1) e on true
  where s.request_id = request and s.kind = 'paused'
$$;

-- The day by which it has to be answered: the rule as it was when it came in, the calendar as it is now.
create function mufakat.information_due(request uuid, until date default null) returns date
language sql stable security definer set search_path = '' as $$
  select mufakat.nth_working_day(r.received_on,
    (select a.amount from public.information_rules a where a.id = 'ID.KIP.answer' and a.version = r.rule_version)
      + case when r.extended_on is null then 0 else mufakat.information_rule('ID.KIP.answer.extension') end,
    mufakat.information_pauses(r.id, until))
  from public.information_requests r where r.id = request
$$;

-- A mail whose {token} opens one record: 'information-request:<id>'. The token itself is made when the mail leaves.
alter table mails add column capability text check (capability ~ '^[a-z-]+:[0-9a-f-]{36}$');
