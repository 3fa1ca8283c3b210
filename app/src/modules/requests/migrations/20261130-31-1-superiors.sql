-- Who decides an objection: the head with a seat in the programme, of the organisation that answers for it. Where nobody
-- sits there, or who does answered it, its head by post; then the head of the information officer's own organisation, who
-- is the officer's superior also for a request that belongs to no programme yet; at last a head with a seat whose
-- organisation leads a programme. The first of these that exists.
create function mufakat.information_superiors(request uuid) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.information_requests;
  partial uuid[] := array(select s.created_by from public.information_request_steps s
    where s.request_id = request and s.kind in ('answered', 'forwarded') and s.created_by is not null);
begin
  select * into r from public.information_requests q where q.id = request;
  return query select distinct s.person_id from public.seats s
    where s.programme_id = r.programme_id and s.organisation_id = r.owner_id and s.role = 'head' and not s.person_id = any (partial)
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today();
  if found then return; end if;
  return query select distinct m.person_id from public.memberships m
    where m.organisation_id = r.owner_id and m.head and not m.person_id = any (partial)
      and m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today();
  if found then return; end if;
  return query select distinct h.person_id from public.installation_roles i
    join public.memberships m on m.person_id = i.person_id and m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today()
    join public.memberships h on h.organisation_id = m.organisation_id and h.head
      and h.starts_on <= mufakat.today() and coalesce(h.ends_on, 'infinity') >= mufakat.today()
    where i.role = 'information-officer' and i.first_day <= mufakat.today() and coalesce(i.last_day, 'infinity') >= mufakat.today()
      and not h.person_id = any (partial);
  if found then return; end if;
  return query select distinct s.person_id from public.seats s
    join public.programmes p on p.id = s.programme_id and p.owner_id = s.organisation_id
    where s.role = 'head' and not s.person_id = any (partial)
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today();
end $$;
revoke execute on function mufakat.information_superiors from public;
grant execute on function mufakat.information_superiors to mufakat_jobs;

create or replace function mufakat.reconsidered_requests() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.person() is null then return; end if;
  return query select r.id from public.information_requests r
    join public.seats s on s.programme_id = r.programme_id and s.organisation_id = r.owner_id
    where r.objected_on is not null and s.person_id = mufakat.person() and s.role = 'head'
      and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today()
  union select r.id from public.information_requests r
    where r.objected_on is not null and r.reconsidered_on is null and mufakat.person() in (select mufakat.information_superiors(r.id))
  union select s.request_id from public.information_request_steps s where s.kind = 'reconsidered' and s.created_by = mufakat.person();
end $$;
create index on information_request_steps (created_by) where kind = 'reconsidered';
create index on information_requests (objected_on) where objected_on is not null and reconsidered_on is null;

-- Whoever forwarded it does not decide either.
create function mufakat.reconsidered_by_another() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  if exists (select from public.information_request_steps s
    where s.request_id = new.request_id and s.kind = 'forwarded' and s.created_by = new.created_by)
  then perform mufakat.refuse_information('who forwarded it does not decide the objection'); end if;
  return new;
end $$;
create trigger by_another before insert on information_request_steps for each row when (new.kind = 'reconsidered')
  execute function mufakat.reconsidered_by_another();
