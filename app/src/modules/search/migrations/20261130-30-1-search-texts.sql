-- What can be found: one row a record, under the record's own id, with the words of it that may be shown. Triggers keep
-- it in the transaction of the record, so a class that changes is changed here at once; row-level security is the same.
create table search_texts (
  id uuid primary key,
  -- in the order in which they were first kept
  arrival bigint generated always as identity (start 0 minvalue 0) unique,
  kind text not null,
  programme_id uuid references programmes,
  owner_id uuid references organisations,
  class record_class not null,
  -- the record it stands on: what opens that one by a grant opens this one
  within_id uuid,
  -- named by the catalogue of obstacles, whose words are not in the database
  code text,
  on_day date not null,
  lang language_code not null,
  title text not null,
  title_en text,
  body text not null default '',
  words tsvector not null
);
alter table search_texts alter column words set storage main;
-- Little waits to be sorted in, so that a search reads no long list of it. Two indexes: how long a search among public
-- records takes tells nothing of the words of others.
create index search_texts_open on search_texts using gin (words) with (gin_pending_list_limit = 256) where class = 'public';
create index search_texts_closed on search_texts using gin (words) with (gin_pending_list_limit = 256) where class <> 'public';
create index on search_texts (within_id) where within_id is not null;

call mufakat.protect_by_class('search_texts', '{}', 'programme_id', 'id');
call mufakat.close_with_programme('search_texts', 'mufakat_app, mufakat_jobs',
  'id = any (array(select mufakat.granted_records())) or within_id = any (array(select mufakat.granted_records()))');
create policy app_read_within on search_texts for select to mufakat_app using (
  class <> 'public' and within_id = any (array(select mufakat.granted_records())));
drop policy app_add on search_texts;
drop policy app_change on search_texts;
drop policy job_add on search_texts;
drop policy job_change on search_texts;
revoke insert on search_texts from mufakat_app, mufakat_jobs;

-- Without accents, so that "depêche" is found by "depeche".
create function mufakat.unaccented(said text) returns text language sql immutable parallel safe set search_path = '' as $$
  select regexp_replace(normalize(coalesce(said, ''), NFKD), '[\u0300-\u036f]', '', 'g')
$$;
create function mufakat.words_of(lang text) returns regconfig language sql immutable parallel safe set search_path = '' as $$
  select case lang when 'en' then 'pg_catalog.english'::regconfig else 'pg_catalog.indonesian'::regconfig end
$$;

-- The words by their stems; of a title also their beginnings, of three to seven letters.
create function mufakat.search_words(lang text, title text, title_en text, body text)
returns tsvector language sql stable set search_path = '' as $$
  select setweight(to_tsvector(mufakat.words_of(lang), mufakat.unaccented(title)), 'A')
    || setweight(to_tsvector('pg_catalog.english', mufakat.unaccented(title_en)), 'A')
    || setweight(to_tsvector(mufakat.words_of(lang), mufakat.unaccented(body)), 'C')
    || array_to_tsvector(array(select distinct 'begins ' || left(w, n)
      from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', mufakat.unaccented(concat_ws(' ', title, title_en))))) w, generate_series(3, 7) n
      where length(w) >= n))
$$;

-- Marks beside the words, with a space in them, which no word has: class, programme, kind and owner, so that the index
-- itself leaves out what is not asked for or not open; and to which part of the table a row belongs (parts of 1,024, and of
-- twice as many up to 524,288), so that it need not name all rows with a common word.
create function mufakat.mark_text() returns trigger language plpgsql set search_path = '' as $$ begin
  new.words := new.words || array_to_tsvector(array_remove(array['kind ' || new.kind, 'class ' || new.class, 'in ' || new.programme_id,
      'code ' || new.code, case when new.class = 'restricted' then 'owner ' || new.programme_id || ' ' || new.owner_id end], null))
    || array_to_tsvector(array(select 'part ' || level || ' ' || (new.arrival >> (10 + level)) from generate_series(0, 9) level));
  return new;
end $$;
create trigger marked before insert or update on search_texts for each row execute function mufakat.mark_text();
