-- A signature says truly whose it was: by the app only of the signer's own head's seat, on the day, under a version
-- that is open for signature. What was read from a file says so itself (`by_head` false unless the file tells).
create function mufakat.signature_by_head() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = 'mufakat_app' and (not new.by_head or new.person_id is distinct from mufakat.person()
    or new.signed_on <> mufakat.today()
    or not exists (select from public.charter_versions v join public.seats s on s.programme_id = v.programme_id
      where v.id = new.charter_id and v.status = 'proposed' and s.organisation_id = new.organisation_id
        and s.person_id = mufakat.person() and s.role = 'head'
        and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today()))
  then raise exception 'a party is signed for by its head, on the day' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger by_head before insert on charter_signatures for each row execute function mufakat.signature_by_head();
