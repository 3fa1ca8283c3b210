-- What officers could not settle, brought to the heads of named parties. Question and dates are never rewritten; what
-- the heads answer, or why it is taken back, are rows beside it.
create table escalations (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the party that brings it
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  question text not null check (length(question) between 1 and 300),
  tried text not null check (length(tried) between 1 and 4000),
  subject_kind text check (subject_kind in ('task', 'commitment', 'decision', 'obstacle')),
  subject_id uuid,
  raised_on date not null,
  -- until when an answer is needed
  needed_by date not null,
  -- both follow from the rows beside it (triggers); nobody sets them
  state text not null default 'open' check (state in ('open', 'answered', 'declined', 'withdrawn')),
  closed_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  check ((subject_kind is null) = (subject_id is null)),
  check (needed_by >= raised_on),
  check ((state = 'open') = (closed_on is null))
);
create index on escalations (programme_id, raised_on desc);
create index on escalations (subject_id);
call mufakat.protect_records('escalations', '{version}');

-- The parties whose heads are asked.
create table escalation_parties (
  id uuid primary key,
  escalation_id uuid not null references escalations,
  organisation_id uuid not null references organisations,
  created_at timestamptz not null,
  created_by uuid,
  unique (escalation_id, organisation_id)
);
create index on escalation_parties (organisation_id);

-- One a party: settled so, taken to a decision, or declined. The first of the former two ends it for all.
create table escalation_answers (
  id uuid primary key,
  escalation_id uuid not null references escalations,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  kind text not null check (kind in ('settled', 'decision', 'declined')),
  reason text not null check (length(reason) between 1 and 4000),
  decision_id uuid,
  answered_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  unique (escalation_id, organisation_id),
  check ((kind = 'decision') = (decision_id is not null))
);

create table escalation_withdrawals (
  id uuid primary key,
  escalation_id uuid not null unique references escalations,
  reason text not null check (length(reason) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);
call mufakat.protect_details('escalation_parties', 'escalations', 'escalation_id');
call mufakat.protect_details('escalation_answers', 'escalations', 'escalation_id');
call mufakat.protect_details('escalation_withdrawals', 'escalations', 'escalation_id');

-- Whether the actor holds one of these seats for a party of the programme today.
create function mufakat.seated_for(programme uuid, organisation uuid, roles text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.seats s where s.programme_id = programme and s.organisation_id = organisation
    and s.person_id = mufakat.person() and s.role = any (roles)
    and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today())
$$;

create function mufakat.escalation_raised() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user <> 'mufakat_app' then return new; end if;
  if new.state <> 'open' or new.raised_on <> mufakat.today() or new.class not in ('public', 'members')
    then perform mufakat.refuse('not-new', tg_table_name); end if;
  if not mufakat.seated_for(new.programme_id, new.owner_id, array['officer', 'head', 'coordinator', 'deputy'])
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  return new;
end $$;
create trigger raised before insert on escalations for each row execute function mufakat.escalation_raised();

-- Whom it asks is said when it is raised: nobody is added later, and each has a head who can answer.
create function mufakat.escalation_addressed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = 'mufakat_app' and not exists (select from public.escalations e
    join public.seats s on s.programme_id = e.programme_id and s.organisation_id = new.organisation_id and s.role = 'head'
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today()
    where e.id = new.escalation_id and e.created_by = mufakat.person() and e.xmin = pg_catalog.pg_current_xact_id()::xid)
  then perform mufakat.refuse('not-new', tg_table_name); end if;
  return new;
end $$;
create trigger addressed before insert on escalation_parties for each row execute function mufakat.escalation_addressed();

create function mufakat.escalation_answered() returns trigger language plpgsql security definer set search_path = '' as $$
declare e public.escalations;
begin
  if session_user <> 'mufakat_app' then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.escalation_id::text, 7));
  select * into e from public.escalations x where x.id = new.escalation_id;
  if e.state <> 'open' then perform mufakat.refuse('closed', tg_table_name); end if;
  if new.person_id is distinct from mufakat.person() or new.answered_on <> mufakat.today() or e.created_by is not distinct from mufakat.person()
    or not mufakat.seated_for(e.programme_id, new.organisation_id, array['head'])
    or not exists (select from public.escalation_parties p where p.escalation_id = e.id and p.organisation_id = new.organisation_id)
    then perform mufakat.refuse('not-asked', tg_table_name); end if;
  if new.decision_id is not null and not exists (select from public.decisions d where d.id = new.decision_id and d.programme_id = e.programme_id)
    then perform mufakat.refuse('other-decision', tg_table_name); end if;
  return new;
end $$;
create trigger answered before insert on escalation_answers for each row execute function mufakat.escalation_answered();

create function mufakat.escalation_ends() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.kind <> 'declined' then
    update public.escalations set state = 'answered', closed_on = new.answered_on where id = new.escalation_id;
  elsif not exists (select from public.escalation_parties p where p.escalation_id = new.escalation_id
    and not exists (select from public.escalation_answers a where a.escalation_id = p.escalation_id and a.organisation_id = p.organisation_id)) then
    update public.escalations set state = 'declined', closed_on = new.answered_on where id = new.escalation_id;
  end if;
  return null;
end $$;
create trigger ends after insert on escalation_answers for each row execute function mufakat.escalation_ends();

create function mufakat.escalation_withdrawn() returns trigger language plpgsql security definer set search_path = '' as $$
declare e public.escalations;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.escalation_id::text, 7));
  select * into e from public.escalations x where x.id = new.escalation_id;
  if session_user = 'mufakat_app' and (e.state <> 'open'
    or not mufakat.seated_for(e.programme_id, e.owner_id, array['officer', 'head', 'coordinator', 'deputy']))
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  update public.escalations set state = 'withdrawn', closed_on = mufakat.today() where id = e.id;
  return new;
end $$;
create trigger withdrawn before insert on escalation_withdrawals for each row execute function mufakat.escalation_withdrawn();
