-- Of a mention, a reader who is not told the person's name reads "@…" (docs/decisions/2026-11-27-acts-of-people.md).
create function mufakat.told_words(comment uuid, body text) returns text
language plpgsql stable set search_path = '' as $$
declare
  said text := body;
  typed text;
begin
  if body is null or position('@' in body) = 0 or mufakat.sees_acts() then return body; end if;
  -- typed as the first words of the name, as many as the writer liked
  for typed in
    select (select string_agg(regexp_replace(w.word, '([^[:alnum:]])', '\\\1', 'g'), '(?:\s' order by w.place) || repeat(')?', count(*)::int - 1)
      from regexp_split_to_table(p.name, '\s+') with ordinality w(word, place))
    from public.comment_mentions m join public.people p on p.id = m.person_id
    where m.comment_id = comment and mufakat.actor_name(m.person_id) is null order by length(p.name) desc
  loop
    said := regexp_replace(said, '@' || typed, '@…', 'gi');
  end loop;
  return said;
end $$;

-- Comments stand in the order of time. Their ids, which are addresses that anyone reads, no longer tell the minute.
drop index comments_subject_id_id_idx, comments_parent_id_id_idx, comments_programme_id_id_idx;
create index on comments (subject_id, created_at, id) where parent_id is null;
create index on comments (parent_id, created_at, id) where parent_id is not null;
create index on comments (programme_id, created_at, id);
create index on comments (subject_id) where kind = 'question' and not hidden;
