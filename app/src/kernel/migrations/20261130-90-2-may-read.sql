-- The read table of access.md for one record, as the policies of protect_records say it: for functions that look a record
-- up once and then read what hangs on it, where the policies would look it up again for each table.
create function mufakat.may_read(programme uuid, owner uuid, class text, record uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  granted boolean := record = any (array(select mufakat.granted_records()));
begin
  if mufakat.kind() is null then return false; end if;
  if not granted and programme in (select mufakat.closed_programmes()) then return false; end if;
  if mufakat.kind() = 'job' then return class = any (array(select mufakat.job_classes())); end if;
  return class = 'public' or granted
    or (class = 'members' and programme = any (array(select mufakat.member_programmes())))
    or (class = 'restricted' and (programme = any (array(select mufakat.overseen_programmes()))
      or (programme, owner) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o)));
end $$;
