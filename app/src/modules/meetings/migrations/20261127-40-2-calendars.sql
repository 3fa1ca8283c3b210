-- A secret address under which a person's calendar is read; only its hash is kept.
create table calendar_links (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index on calendar_links (person_id);
alter table calendar_links enable row level security;
alter table calendar_links force row level security;
create policy owner_all on calendar_links to mufakat_owner using (true) with check (true);
create policy job_all on calendar_links to mufakat_jobs using ((select mufakat.kind()) = 'job') with check ((select mufakat.kind()) = 'job');
grant select, insert, update (revoked_at) on calendar_links to mufakat_jobs;

create function mufakat.calendar_actor(token bytea, today date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$ begin
  return (select mufakat.actor_of(l.person_id, today) || jsonb_build_object('lang', a.lang)
  from public.calendar_links l join public.accounts a on a.person_id = l.person_id
  where l.token_hash = token and l.revoked_at is null and a.disabled_at is null);
end $$;
revoke execute on function mufakat.calendar_actor from public;
grant execute on function mufakat.calendar_actor to mufakat_jobs;

-- An invitation that goes with a mail, as an iCalendar object.
alter table mails add column calendar text;
