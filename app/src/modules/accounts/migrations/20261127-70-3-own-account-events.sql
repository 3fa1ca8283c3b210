-- What happened to one's own account, for who takes out their own data: these events are restricted, and nobody else reads them so.
create function mufakat.own_account_events()
returns table (at timestamptz, name text, about text, id uuid, programme uuid, payload jsonb)
language plpgsql stable security definer set search_path = '' as $$ begin
  return query select e.at, e.name, e.subject_kind, e.subject_id, e.programme_id, e.payload
    from public.events e
    where e.subject_kind = 'account' and e.subject_id = mufakat.person() and mufakat.kind() = 'person';
end $$;
revoke execute on function mufakat.own_account_events from public;
grant execute on function mufakat.own_account_events to mufakat_app;
