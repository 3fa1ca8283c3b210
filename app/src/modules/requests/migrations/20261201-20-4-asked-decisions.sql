-- Which decision that withholds something a request was made from. A row of its own: it is read only by who may read both,
-- since there are decisions that are told to members alone.
create table information_request_decisions (
  request_id uuid primary key references information_requests,
  classification_id uuid not null references classifications,
  created_at timestamptz not null
);
create index on information_request_decisions (classification_id);
alter table information_request_decisions enable row level security;
alter table information_request_decisions force row level security;
create policy owner_all on information_request_decisions to mufakat_owner using (true) with check (true);
create policy app_read on information_request_decisions for select to mufakat_app using (
  exists (select from information_requests r where r.id = request_id)
  and exists (select from classifications c where c.id = classification_id));
-- Said once, by the requester.
create policy app_add on information_request_decisions for insert to mufakat_app with check (
  request_id in (select mufakat.followed_requests()) and exists (select from classifications c where c.id = classification_id));
grant select, insert on information_request_decisions to mufakat_app;
create trigger append_only before update or delete or truncate on information_request_decisions
  for each statement execute function mufakat.refuse_rewrite();
