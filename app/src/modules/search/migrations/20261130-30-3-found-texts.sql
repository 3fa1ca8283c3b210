-- What was asked for, in Indonesian or in English; `beginning`: its last word, of which the beginning is enough.
create function mufakat.search_query(said text, beginning text) returns tsquery
language plpgsql stable set search_path = '' as $$
declare
  plain text := mufakat.unaccented(said);
  word text := lower(mufakat.unaccented(beginning));
  started tsquery;
begin
  if word = '' then
    return websearch_to_tsquery('pg_catalog.indonesian', plain) || websearch_to_tsquery('pg_catalog.english', plain);
  end if;
  started := quote_literal('begins ' || left(word, 7))::tsquery;
  return (websearch_to_tsquery('pg_catalog.indonesian', plain) && (plainto_tsquery('pg_catalog.indonesian', word) || started))
    || (websearch_to_tsquery('pg_catalog.english', plain) && (plainto_tsquery('pg_catalog.english', word) || started));
end $$;

-- What is open to this actor, as the marks of search_texts say it: the programmes that are shut, and which classes in which
-- programmes are open beside public ones; null = none. The policies of search_texts decide; this only spares them the
-- rows that they would refuse.
create function mufakat.search_gate(out shut tsquery, out opened tsquery)
language plpgsql stable security definer set search_path = '' as $$
declare
  seated text;
  overseen text;
  owned text;
begin
  select coalesce(string_agg(quote_literal('in ' || p), '|'), '') into shut from mufakat.closed_programmes() p;
  if mufakat.person() is null then return; end if;
  if mufakat.has_role('information-officer') then
    opened := '''class members'' | ''class restricted''';
    return;
  end if;
  select format('''class members'' & (%s)', string_agg(quote_literal('in ' || p), '|')) into seated from mufakat.seat_programmes() p having count(*) > 0;
  select format('''class restricted'' & (%s)', string_agg(quote_literal('in ' || p), '|')) into overseen from mufakat.overseen_programmes() p having count(*) > 0;
  select string_agg(quote_literal('owner ' || o.programme_id || ' ' || o.organisation_id), '|') into owned from mufakat.owner_seats() o;
  opened := concat_ws('|', seated, overseen, owned)::tsquery;
  if numnode(opened) = 0 then opened := null; end if;
end $$;

-- Which rows of one part of the table have these words; null where more than `most` do. Only by the indexes, whatever the
-- planner thinks of a word: it knows nothing of who may see it.
create function mufakat.texts_in_part(asked tsquery, opened tsquery, level integer, number bigint, most bigint) returns bigint[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = off as $$
declare
  within tsquery := asked && quote_literal('part ' || level || ' ' || number)::tsquery;
  arrivals bigint[] := array(select t.arrival from public.search_texts t where t.class = 'public' and t.words @@ within limit most + 1);
begin
  if opened is not null then
    arrivals := arrivals || array(select t.arrival from public.search_texts t where t.class <> 'public' and t.words @@ (within && opened) limit most + 1);
  end if;
  return case when level = 0 or cardinality(arrivals) <= most then arrivals end;
end $$;

-- The newest thousand records with these words that the actor may see, as they arrived: part by part from the newest, each
-- twice as large as the one before as long as it holds few of them, so that neither a common nor a rare word is looked
-- for in all rows.
create function mufakat.found_texts(said tsquery, of_kind text, programme uuid) returns setof bigint
language plpgsql stable security definer rows 100 set search_path = '' as $$
declare
  wanted constant integer := 1000;
  asked tsquery := said;
  gate record;
  granted uuid[] := array(select mufakat.granted_records());
  remaining bigint := ((select max(t.arrival) from public.search_texts t) >> 10) + 1;
  level integer := 0;
  part bigint[];
  arrivals bigint[] := '{}';
begin
  if mufakat.kind() is null or mufakat.kind() not in ('visitor', 'person') or said is null or numnode(said) = 0 then return; end if;
  if of_kind is not null then asked := asked && quote_literal('kind ' || of_kind)::tsquery; end if;
  if programme is not null then asked := asked && quote_literal('in ' || programme)::tsquery; end if;
  if cardinality(granted) > 0 then
    return query select t.arrival from public.search_texts t where (t.id = any (granted) or t.within_id = any (granted)) and t.words @@ asked;
  end if;
  select * into gate from mufakat.search_gate();
  if numnode(gate.shut) > 0 then asked := asked && !!gate.shut; end if;
  while remaining > 0 and cardinality(arrivals) < wanted loop
    part := mufakat.texts_in_part(asked, gate.opened, level, (remaining >> level) - 1, case when level = 0 then 1024 else 1500 end);
    if part is null then
      level := level - 1;
      continue;
    end if;
    arrivals := arrivals || part;
    remaining := remaining - (1::bigint << level);
    level := least(level + 1, 9);
    while level > 0 and remaining & ((1::bigint << level) - 1) <> 0 loop level := level - 1; end loop;
  end loop;
  return query select a from unnest(arrivals) a order by a desc limit wanted;
end $$;
revoke execute on function mufakat.texts_in_part from public;
