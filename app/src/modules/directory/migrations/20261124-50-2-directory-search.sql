-- Words of every name, acronym and identifier of an organisation, without accents, dots and signs.
create function mufakat.plain_words(said text) returns text language sql immutable parallel safe set search_path = '' as $$
  select regexp_replace(regexp_replace(lower(regexp_replace(normalize(coalesce(said, ''), NFKD),
    '[\u0300-\u036f''.\u2018\u2019]', '', 'g')), '[^a-z0-9\u00c0-\u1fff\u2c00-\uffff]+', ' ', 'g'), '[\u3000-\u3003\uff00-\uff0f]', ' ', 'g')
$$;

create function mufakat.organisation_words(organisation uuid, name text, acronym text) returns tsvector
language sql stable security definer set search_path = '' as $$
  select to_tsvector('pg_catalog.simple', concat_ws(' ', mufakat.plain_words(name), mufakat.plain_words(acronym),
    (select string_agg(mufakat.plain_words(n.name), ' ') from public.organisation_names n where n.organisation_id = organisation),
    (select string_agg(mufakat.plain_words(i.value), ' ') from public.organisation_identifiers i where i.organisation_id = organisation)))
$$;

alter table organisations add column search tsvector not null default '';
update organisations set search = mufakat.organisation_words(id, name, acronym);
create index on organisations using gin (search);

create function mufakat.index_organisation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.search := mufakat.organisation_words(new.id, new.name, new.acronym);
  return new;
end $$;
create trigger index_organisation before insert or update of name, acronym on organisations
  for each row execute function mufakat.index_organisation();

create function mufakat.index_organisations() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.organisations o set search = mufakat.organisation_words(o.id, o.name, o.acronym)
    where o.id in (select organisation_id from touched);
  return null;
end $$;
create trigger index_added after insert on organisation_names referencing new table as touched
  for each statement execute function mufakat.index_organisations();
create trigger index_left after update on organisation_names referencing old table as touched
  for each statement execute function mufakat.index_organisations();
create trigger index_joined after update on organisation_names referencing new table as touched
  for each statement execute function mufakat.index_organisations();
create trigger index_added after insert on organisation_identifiers referencing new table as touched
  for each statement execute function mufakat.index_organisations();
create trigger index_left after update on organisation_identifiers referencing old table as touched
  for each statement execute function mufakat.index_organisations();
create trigger index_joined after update on organisation_identifiers referencing new table as touched
  for each statement execute function mufakat.index_organisations();

-- Read as the owner: below a policy an operator that is not leakproof never reaches an index. All of this is public.
create function mufakat.organisations_matching(query text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select o.id from public.organisations o where mufakat.kind() is not null and o.search @@ to_tsquery('pg_catalog.simple', query)
$$;

create index on organisations (lower(name), id) where merged_into_id is null;
create index on organisations (kind, lower(name), id) where merged_into_id is null;
create index on organisations (created_at, id) where merged_into_id is null;
create index on organisations (merged_into_id) where merged_into_id is not null;
create index on organisations (territory_code);
create index on people (lower(name), id);
create index on people (merged_into_id) where merged_into_id is not null;

-- Official areas: which release is loaded, what a newer one no longer has, and search by the beginning of a name.
create table territory_loads (
  id uuid primary key,
  source text not null,
  version text not null,
  licence text not null,
  areas integer not null,
  changed integer not null,
  loaded_at timestamptz not null
);
call mufakat.protect_shared('territory_loads', 'false');

-- The name of a province or regency without what it is; below them names stand alone.
alter table territories add column retired_in text,
  add column bare_name text generated always as (case when level in ('province', 'regency') then
    lower(regexp_replace(name, '^(Provinsi|Daerah Khusus Ibukota|Daerah Istimewa|Kabupaten Administrasi|Kabupaten|Kota Administrasi|Kota) ', ''))
    end) stored;
create index on territories (bare_name text_pattern_ops) where bare_name is not null;
grant update (name, level, parent_code, retired_in) on territories to mufakat_jobs;

create function mufakat.territories_named(beginning text, most integer) returns setof text
language sql stable security definer set search_path = '' as $$
  select t.code from public.territories t
  where mufakat.kind() is not null and t.retired_in is null
    and ((t.bare_name ~>=~ lower(beginning) and t.bare_name ~<~ (lower(beginning) || chr(1114111)))
      or (lower(t.name) ~>=~ lower(beginning) and lower(t.name) ~<~ (lower(beginning) || chr(1114111))))
  order by length(t.code), t.name, t.code limit most
$$;
