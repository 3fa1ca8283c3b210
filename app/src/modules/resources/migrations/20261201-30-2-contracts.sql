-- Contracts paid from a budget line, with what OCDS says of one: buyer, supplier, value, day of signature, tenderers,
-- method. What was signed is never rewritten; a changed value and an annulment are rows beside it.
create table contracts (
  id uuid primary key,
  programme_id uuid not null references programmes,
  -- the agency that pays: the owner of the line (trigger)
  owner_id uuid not null references organisations,
  class record_class not null default 'public',
  lang language_code not null,
  line_id uuid not null references budget_lines,
  -- the party that asked for it
  requester_id uuid not null references organisations,
  supplier_id uuid not null references organisations,
  number text not null check (length(number) between 1 and 80),
  title text not null check (length(title) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  -- the codelist of OCDS
  method text not null check (method in ('open', 'selective', 'limited', 'direct')),
  bids integer not null check (bids between 1 and 1000),
  -- as first signed
  value bigint not null check (value between 1 and 100000000000000),
  signed_on date not null,
  -- both follow from the rows beside it (triggers); nobody sets them
  present_value bigint not null default 0 check (present_value between 0 and 100000000000000),
  annulled_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
create index on contracts (programme_id, signed_on desc);
create index on contracts (line_id);
create index on contracts (supplier_id);
call mufakat.protect_records('contracts', '{version}');

create table contract_changes (
  id uuid primary key,
  contract_id uuid not null references contracts,
  kind text not null check (kind in ('amended', 'annulled')),
  value bigint check (value between 1 and 100000000000000),
  because text not null check (length(because) between 1 and 1000),
  created_at timestamptz not null,
  created_by uuid,
  check ((kind = 'amended') = (value is not null))
);
create index on contract_changes (contract_id, created_at);
call mufakat.protect_details('contract_changes', 'contracts', 'contract_id');

create function mufakat.contract_recorded() returns trigger language plpgsql security definer set search_path = '' as $$
declare l public.budget_lines;
begin
  new.present_value := new.value;
  new.annulled_on := null;
  select * into l from public.budget_lines x where x.id = new.line_id;
  if l.programme_id is distinct from new.programme_id or l.owner_id is distinct from new.owner_id
    then perform mufakat.refuse('other-line', tg_table_name); end if;
  if session_user <> 'mufakat_app' then return new; end if;
  if new.class not in ('public', 'members') or new.class = 'public' and l.class <> 'public' or new.signed_on > mufakat.today()
    then perform mufakat.refuse('not-new', tg_table_name); end if;
  if not mufakat.answers_for(new.programme_id, new.owner_id)
    or not exists (select from public.parties p where p.programme_id = new.programme_id and p.organisation_id = new.requester_id)
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  return new;
end $$;
create trigger recorded before insert on contracts for each row execute function mufakat.contract_recorded();

create function mufakat.signed_stays() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.line_id, new.requester_id, new.supplier_id, new.number, new.title, new.method, new.bids, new.value, new.signed_on)
    is distinct from (old.line_id, old.requester_id, old.supplier_id, old.number, old.title, old.method, old.bids, old.value, old.signed_on)
    then perform mufakat.refuse('signed', tg_table_name); end if;
  return new;
end $$;
create trigger signed before update on contracts for each row execute function mufakat.signed_stays();

create function mufakat.contract_changed() returns trigger language plpgsql security definer set search_path = '' as $$
declare c public.contracts;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.contract_id::text, 7));
  select * into c from public.contracts x where x.id = new.contract_id;
  if session_user = 'mufakat_app' and not mufakat.answers_for(c.programme_id, c.owner_id)
    then perform mufakat.refuse('not-party', tg_table_name); end if;
  if c.annulled_on is not null then perform mufakat.refuse('annulled', tg_table_name); end if;
  if new.value = c.present_value then perform mufakat.refuse('same-amount', tg_table_name); end if;
  update public.contracts set present_value = coalesce(new.value, present_value),
      annulled_on = case new.kind when 'annulled' then (new.created_at at time zone 'Asia/Jakarta')::date end where id = c.id;
  return new;
end $$;
create trigger changed before insert on contract_changes for each row execute function mufakat.contract_changed();

call mufakat.open_to_discussion('contracts', 'contract');
call mufakat.open_to_documents('contracts', 'contract');
call mufakat.open_to_classification('contracts', 'contract');
