-- Questions that the parties of a programme decide together. What happens to one is a row beside it; the question, its
-- rule and its first dates are never rewritten.
create table decisions (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the party that raised the question
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  -- within the programme and the year it was raised in
  number integer not null check (number > 0),
  raised_on date not null,
  question text not null check (length(question) between 1 and 300),
  question_en text check (length(question_en) between 1 and 300),
  background text not null check (length(background) between 1 and 6000),
  -- as the charter in force said when it was raised
  rule text not null check (rule in ('consensus', 'consent', 'unanimous', 'majority', 'two-thirds', 'weighted', 'consensus-then-majority', 'lead-decides')),
  quorum numeric not null check (quorum between 0 and 1),
  charter_number integer not null,
  state text not null default 'deliberating' check (state in ('deliberating', 'voting', 'decided', 'withdrawn')),
  -- the earlier decision that this one would undo
  reverses_id uuid references decisions,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
create index on decisions (programme_id, raised_on desc);
create index on decisions (reverses_id);
-- State and class follow from the rows beside it (triggers); nobody sets them.
call mufakat.protect_records('decisions', '{version}');

create table decision_options (
  id uuid primary key,
  decision_id uuid not null references decisions,
  position integer not null check (position between 1 and 26),
  title text not null check (length(title) between 1 and 200),
  body text not null default '' check (length(body) <= 4000),
  created_at timestamptz not null,
  created_by uuid
);
create index on decision_options (decision_id, position);

-- Organisations that gain or lose by the outcome: whoever is bound to one takes no part.
create table decision_concerned (
  id uuid primary key,
  decision_id uuid not null references decisions,
  organisation_id uuid not null references organisations,
  relation text not null check (relation in ('beneficiary', 'supplier', 'applicant')),
  created_at timestamptz not null,
  created_by uuid
);
create index on decision_concerned (decision_id);
create index on decision_concerned (organisation_id);

-- Objectives and tasks by id, documents by address.
create table decision_links (
  id uuid primary key,
  decision_id uuid not null references decisions,
  kind text not null check (kind in ('objective', 'task', 'document')),
  record_id uuid,
  title text check (length(title) between 1 and 300),
  url text check (url ~ '^https?://' and length(url) <= 2000),
  created_at timestamptz not null,
  created_by uuid,
  check (kind = 'document' and title is not null and url is not null and record_id is null
    or kind <> 'document' and record_id is not null and url is null)
);
create index on decision_links (decision_id);
create index on decision_links (record_id);

-- A party's newest position counts; earlier ones stay.
create table positions (
  id uuid primary key,
  decision_id uuid not null references decisions,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  stance text not null check (stance in ('support', 'support-if', 'object', 'neutral')),
  option_id uuid references decision_options,
  reason text not null check (length(reason) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);
create index on positions (decision_id, created_at);

-- Other words for one clause. `revises_id`: the wording that this one answers.
create table amendments (
  id uuid primary key,
  decision_id uuid not null references decisions,
  organisation_id uuid not null references organisations,
  clause text not null check (length(clause) between 1 and 120),
  body text not null check (length(body) between 1 and 4000),
  reason text not null check (length(reason) between 1 and 2000),
  revises_id uuid references amendments,
  created_at timestamptz not null,
  created_by uuid
);
create index on amendments (decision_id, created_at);

create table decision_questions (
  id uuid primary key,
  decision_id uuid not null references decisions,
  organisation_id uuid not null references organisations,
  body text not null check (length(body) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);
create index on decision_questions (decision_id);

create table decision_answers (
  id uuid primary key,
  decision_id uuid not null references decisions,
  question_id uuid not null references decision_questions,
  organisation_id uuid not null references organisations,
  body text not null check (length(body) between 1 and 4000),
  created_at timestamptz not null,
  created_by uuid
);
create index on decision_answers (decision_id);

-- Each voter's own answer, for this one question, before the vote. A yes is never taken back.
create table interest_answers (
  id uuid primary key,
  decision_id uuid not null references decisions,
  person_id uuid not null references people,
  organisation_id uuid not null references organisations,
  conflicted boolean not null,
  created_at timestamptz not null,
  created_by uuid
);
create index on interest_answers (decision_id, person_id);

-- Who takes no part, and on which ground of the public register (or by their own answer).
create table recusals (
  id uuid primary key,
  decision_id uuid not null references decisions,
  person_id uuid not null references people,
  organisation_id uuid not null references organisations,
  ground text not null check (ground in ('post', 'ownership', 'family', 'supplier', 'address', 'gift', 'own-answer')),
  source text not null check (source in ('declared', 'membership', 'address', 'answer')),
  -- the concerned organisation; none with one's own answer
  concerned_id uuid references organisations,
  created_at timestamptz not null,
  created_by uuid,
  unique (decision_id, person_id, ground, concerned_id)
);

-- For this one question someone else of the party casts its ballot.
create table delegations (
  id uuid primary key,
  decision_id uuid not null references decisions,
  organisation_id uuid not null references organisations,
  to_person_id uuid not null references people,
  reason text not null check (length(reason) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid
);
create index on delegations (decision_id);

create table decision_rounds (
  id uuid primary key,
  decision_id uuid not null references decisions,
  number integer not null check (number > 0),
  rule text not null check (rule in ('consensus', 'consent', 'unanimous', 'majority', 'two-thirds', 'weighted', 'lead-decides')),
  option_id uuid not null references decision_options,
  secret boolean not null default false,
  last_day date not null,
  -- organisation → weight; one where it is not named
  weights jsonb not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  unique (decision_id, number),
  unique (id, decision_id),
  -- a weight, an objection with its reason or a single voter would give the voter away
  check (not secret or rule in ('majority', 'two-thirds'))
);

-- A later last day; the first one stays.
create table round_extensions (
  id uuid primary key,
  decision_id uuid not null references decisions,
  round_id uuid not null references decision_rounds,
  to_day date not null,
  reason text not null check (length(reason) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid,
  foreign key (round_id, decision_id) references decision_rounds (id, decision_id)
);

-- One a party and round. In a secret round it says only that the party has voted.
create table ballots (
  id uuid primary key,
  decision_id uuid not null references decisions,
  round_id uuid not null references decision_rounds,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  answer text check (answer in ('yes', 'no', 'abstain')),
  reason text check (length(reason) between 1 and 2000),
  weight numeric not null default 1 check (weight > 0),
  created_at timestamptz not null,
  created_by uuid,
  unique (round_id, organisation_id),
  foreign key (round_id, decision_id) references decision_rounds (id, decision_id)
);
create index on ballots (decision_id);

-- What was said in secret: three sums a round, no row for any single vote.
create table secret_tallies (
  round_id uuid not null references decision_rounds,
  answer text not null check (answer in ('yes', 'no', 'abstain')),
  votes integer not null default 0,
  primary key (round_id, answer)
);

create table decision_outcomes (
  id uuid primary key,
  decision_id uuid not null references decisions,
  round_id uuid not null unique references decision_rounds,
  result text not null check (result in ('adopted', 'rejected', 'no-consensus', 'void')),
  option_id uuid not null references decision_options,
  -- sums of weights; null where they stay closed. All figures are the database's own (trigger)
  yes numeric,
  no numeric,
  abstain numeric,
  eligible integer not null,
  cast_ballots integer not null,
  recused integer not null,
  decided_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  foreign key (round_id, decision_id) references decision_rounds (id, decision_id)
);
create index on decision_outcomes (decision_id);

create table decision_publications (
  id uuid primary key,
  decision_id uuid not null unique references decisions,
  published_on date not null,
  -- what was decided and why, in words; the sums are in the outcome
  answer text not null check (length(answer) between 1 and 600),
  reason text not null check (length(reason) between 1 and 6000),
  review_on date,
  created_at timestamptz not null,
  created_by uuid
);

-- What happens next, and who does it.
create table next_steps (
  id uuid primary key,
  decision_id uuid not null references decisions,
  title text not null check (length(title) between 1 and 300),
  organisation_id uuid not null references organisations,
  due_on date not null,
  task_id uuid,
  created_at timestamptz not null,
  created_by uuid
);
create index on next_steps (decision_id, due_on);

-- Another opinion, recorded because its party asked for it.
create table dissents (
  id uuid primary key,
  decision_id uuid not null references decisions,
  organisation_id uuid not null references organisations,
  body text not null check (length(body) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);
create index on dissents (decision_id);

create table appeals (
  id uuid primary key,
  decision_id uuid not null references decisions,
  organisation_id uuid not null references organisations,
  grounds text not null check (length(grounds) between 1 and 4000),
  created_at timestamptz not null,
  created_by uuid
);
create index on appeals (decision_id);

create table appeal_answers (
  id uuid primary key,
  decision_id uuid not null references decisions,
  appeal_id uuid not null unique references appeals,
  upheld boolean not null,
  reason text not null check (length(reason) between 1 and 4000),
  created_at timestamptz not null,
  created_by uuid
);
create index on appeal_answers (decision_id);

create table decision_withdrawals (
  id uuid primary key,
  decision_id uuid not null unique references decisions,
  reason text not null check (length(reason) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);

do $$
declare tab text;
begin
  foreach tab in array array['decision_options', 'decision_concerned', 'decision_links', 'positions', 'amendments',
    'decision_questions', 'decision_answers', 'interest_answers', 'recusals', 'delegations', 'decision_rounds',
    'round_extensions', 'decision_publications', 'next_steps', 'dissents', 'appeals', 'appeal_answers', 'decision_withdrawals']
  loop call mufakat.protect_details(tab, 'decisions', 'decision_id'); end loop;
end $$;

-- How it ended is read by members at once, by everyone once it is published. Ballots likewise.
create procedure mufakat.protect_until_published(tab text) language plpgsql set search_path = '' as $body$
declare
  sees text := 'decision_id in (select d.id from public.decisions d where d.programme_id = any (array(select mufakat.member_programmes())))
    or decision_id in (select p.decision_id from public.decision_publications p)';
begin
  execute format('alter table public.%I enable row level security', tab);
  execute format('alter table public.%I force row level security', tab);
  execute format('create policy owner_all on public.%I to mufakat_owner using (true) with check (true)', tab);
  execute format('create policy app_read on public.%I for select to mufakat_app using (%s)', tab, sees);
  -- figures count what was decided, also before it is published
  execute format('create policy job_read on public.%I for select to mufakat_jobs using (decision_id in (select d.id from public.decisions d))', tab);
  execute format('grant select on public.%I to mufakat_app, mufakat_jobs', tab);
end $body$;
call mufakat.protect_until_published('ballots');
call mufakat.protect_until_published('decision_outcomes');
create policy app_add on ballots for insert to mufakat_app with check (person_id = (select mufakat.person()) and created_by = (select mufakat.person()));
create policy app_add on decision_outcomes for insert to mufakat_app with check (created_by = (select mufakat.person())
  and decision_id in (select d.id from decisions d where d.programme_id = any (array(select mufakat.coordinated_programmes()))));
grant insert on ballots, decision_outcomes to mufakat_app;

-- Read by no role; the sums are told when a round is closed.
alter table secret_tallies enable row level security;
alter table secret_tallies force row level security;
create policy owner_all on secret_tallies to mufakat_owner using (true) with check (true);
