-- What the page of a record shows of its discussion, under the rights of whoever asks. In a function, since planning
-- it anew for each page costs more than running it.
create function mufakat.record_discussion(record uuid, shown integer) returns json
language plpgsql stable set search_path = '' as $$
declare told json;
begin
  select json_build_object(
    'subject', json_build_object('id', s.id, 'kind', s.kind, 'programme_id', s.programme_id, 'owner_id', s.owner_id,
      'class', s.class, 'comments', s.comments, 'slug', p.slug,
      'open', not exists (select from mufakat.closed_discussions() c where c = s.programme_id)),
    'owner', json_build_object('name', coalesce(o.acronym, o.name), 'lang', o.lang),
    'unanswered', case when s.comments = 0 then 0 else (select count(*) from public.comments q
      where q.subject_id = s.id and q.kind = 'question' and not q.hidden
        and not exists (select from public.question_answers a where a.question_id = q.id)) end,
    'newest', case when s.comments = 0 then '[]' else (select coalesce(json_agg(n), '[]') from (
      select c.id, c.kind, c.lang, c.hidden, mufakat.act_time(c.created_at) as at,
        (c.created_at at time zone 'Asia/Jakarta')::date as day, c.created_by is not distinct from mufakat.person() as own,
        b.lang as organisation_lang, coalesce(b.acronym, b.name) as organisation,
        case when b.id is not null then mufakat.actor_name(c.created_by) end as author,
        case when not c.hidden then (select case when position('@' in v.body) > 0 then mufakat.told_words(c.id, v.body) else v.body end from public.comment_versions v
          where v.comment_id = c.id and not v.correction order by v.number desc limit 1) end as body,
        exists (select from public.comment_versions v where v.comment_id = c.id and v.correction) as corrected,
        exists (select from public.question_answers a where a.question_id = c.id) as answered,
        (select count(*) from public.comments r where r.parent_id = c.id) as replies
      from public.comments c left join public.organisations b on b.id = c.organisation_id
      where c.subject_id = s.id and c.parent_id is null order by c.created_at desc, c.id desc limit shown) n) end)
  into told
  from public.discussion_subjects s join public.programmes p on p.id = s.programme_id
    left join public.organisations o on o.id = s.owner_id
  where s.id = record;
  return told;
end $$;

-- The same of a public record in a public programme. Every actor sees those, so asking the policies of six tables about
-- each row, two thirds of the cost, is left out; of anything else it says nothing.
create function mufakat.public_discussion(record uuid, shown integer) returns json
language plpgsql stable security definer set search_path = '' as $$ begin
  if mufakat.kind() is null or not exists (select from public.discussion_subjects s
    join public.programmes p on p.id = s.programme_id where s.id = record and s.class = 'public' and p.class = 'public')
  then return null; end if;
  return mufakat.record_discussion(record, shown);
end $$;
