-- How an amendment ended: taken over or declined by the party that raised the question, or withdrawn by its own.
create table amendment_answers (
  id uuid primary key,
  decision_id uuid not null references decisions,
  amendment_id uuid not null unique references amendments,
  answer text not null check (answer in ('accepted', 'declined', 'withdrawn')),
  reason text not null check (length(reason) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid
);
create index on amendment_answers (decision_id);

-- An option's text after an accepted amendment; the first text stays in decision_options.
create table option_versions (
  id uuid primary key,
  decision_id uuid not null references decisions,
  option_id uuid not null references decision_options,
  number integer not null check (number > 0),
  body text not null check (length(body) between 1 and 4000),
  amendment_id uuid not null unique references amendments,
  created_at timestamptz not null,
  created_by uuid,
  unique (option_id, number)
);
create index on option_versions (decision_id);
call mufakat.protect_details('amendment_answers', 'decisions', 'decision_id');
call mufakat.protect_details('option_versions', 'decisions', 'decision_id');

create function mufakat.amendment_answered() returns trigger language plpgsql security definer set search_path = '' as $$
declare party uuid;
begin
  if session_user <> 'mufakat_app' then return new; end if;
  select case when new.answer = 'withdrawn' then a.organisation_id else d.owner_id end into party
  from public.amendments a join public.decisions d on d.id = a.decision_id where a.id = new.amendment_id and d.id = new.decision_id;
  if party is null or not mufakat.acts_for(new.decision_id, party, true) then perform mufakat.refuse('not-party', tg_table_name); end if;
  return new;
end $$;
create trigger act before insert on amendment_answers for each row execute function mufakat.decision_act('deliberating', 'shaper');
create trigger answered before insert on amendment_answers for each row execute function mufakat.amendment_answered();

-- Only accepted words, as they were proposed, in the order they were accepted.
create function mufakat.option_reworded() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user <> 'mufakat_app' then return new; end if;
  if not mufakat.acts_for(new.decision_id, (select d.owner_id from public.decisions d where d.id = new.decision_id), true)
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  if not exists (select from public.amendment_answers x join public.amendments a on a.id = x.amendment_id
      join public.decision_options o on o.decision_id = a.decision_id
    where a.id = new.amendment_id and a.decision_id = new.decision_id and o.id = new.option_id
      and x.answer = 'accepted' and position(a.body in new.body) > 0)
    then perform mufakat.refuse('not-accepted', tg_table_name); end if;
  if new.number <> 1 + (select count(*) from public.option_versions v where v.option_id = new.option_id)
    then perform mufakat.refuse('other-number', tg_table_name); end if;
  return new;
end $$;
create trigger act before insert on option_versions for each row execute function mufakat.decision_act('deliberating', 'shaper');
create trigger reworded before insert on option_versions for each row execute function mufakat.option_reworded();
