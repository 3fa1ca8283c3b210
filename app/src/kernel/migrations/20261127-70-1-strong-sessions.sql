-- How each session was opened, whether by more than one factor, and from which network (sealed: only the app can read it).
alter table sessions
  add column method text not null default 'password'
    check (method in ('password', 'code', 'recovery-code', 'passkey', 'provider')),
  add column strong boolean not null default false,
  add column network_sealed bytea;

create or replace function mufakat.session_actor(token bytea, at timestamptz, today date)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$ begin
  return (select mufakat.actor_of(s.person_id, today) || jsonb_build_object(
    'lang', a.lang, 'sessionId', s.id, 'official', l.official, 'strong', s.strong, 'method', s.method,
    'createdAt', s.created_at, 'seenAt', s.seen_at, 'verifiedAt', s.verified_at)
  from public.sessions s
  join public.accounts a on a.person_id = s.person_id
  cross join lateral (select s.official or mufakat.acts_officially(s.person_id, today) as official) l
  where s.token_hash = token and s.ended_at is null and a.disabled_at is null
    and s.seen_at > at - (case when l.official then interval '30 minutes' else interval '14 days' end)
    and s.created_at > at - (case when l.official then interval '12 hours' else interval '90 days' end));
end $$;
