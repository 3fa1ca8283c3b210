-- Budget lines, contracts and resources are found too. The view is taken as it stands, so that other rooms' kinds stay.
do $do$
declare kind text;
begin
  execute 'create or replace view mufakat.search_sources as ' || rtrim(pg_get_viewdef('mufakat.search_sources'::regclass), ';') || $sources$
  union all
  select l.id, 'budget-line', l.programme_id, l.owner_id, l.class, null::uuid, null::text, (l.created_at at time zone 'Asia/Jakarta')::date, l.lang,
    l.title, l.title_en, concat_ws(' ', l.code, l.fiscal_year), null::text
  from public.budget_lines l
  union all
  select c.id, 'contract', c.programme_id, c.owner_id, c.class, null::uuid, null::text, c.signed_on, c.lang,
    c.title, c.title_en, concat_ws(' ', c.number, o.name, o.acronym), null::text
  from public.contracts c join public.organisations o on o.id = c.supplier_id
  union all
  select r.id, 'resource', r.programme_id, r.owner_id, r.class, null::uuid, null::text, (r.created_at at time zone 'Asia/Jakarta')::date, r.lang,
    r.title, r.title_en, concat_ws(' ', r.description, r.unit), null::text
  from public.resources r $sources$;
  foreach kind in array array['budget-line', 'contract', 'resource'] loop
    execute format($create$
      create function mufakat.%1$I(ids uuid[]) returns void
      language plpgsql security definer set search_path = '' as $$ begin
        update public.search_texts t set programme_id = s.programme_id, owner_id = s.owner_id, class = s.class, within_id = s.within_id,
            code = s.code, on_day = s.on_day, lang = s.lang, title = s.title, title_en = s.title_en, body = left(s.body, 20000), page = s.page,
            words = mufakat.search_words(s.lang, s.title, s.title_en, left(s.body, 100000))
          from mufakat.search_sources s where s.kind = %2$L and s.id = any (ids) and t.id = s.id;
        insert into public.search_texts (id, kind, programme_id, owner_id, class, within_id, code, on_day, lang, title, title_en, body, page, words)
          select s.id, s.kind, s.programme_id, s.owner_id, s.class, s.within_id, s.code, s.on_day, s.lang, s.title, s.title_en, left(s.body, 20000), s.page,
            mufakat.search_words(s.lang, s.title, s.title_en, left(s.body, 100000))
          from mufakat.search_sources s where s.kind = %2$L and s.id = any (ids)
            and not exists (select from public.search_texts t where t.id = s.id);
      end $$ $create$, 'texts_of_' || replace(kind, '-', '_'), kind);
    execute format('revoke execute on function mufakat.%I from public', 'texts_of_' || replace(kind, '-', '_'));
  end loop;
end $do$;
call mufakat.open_to_search('budget_lines', 'budget-line', 'id', 'class, owner_id');
call mufakat.open_to_search('contracts', 'contract', 'id', 'class, owner_id');
call mufakat.open_to_search('resources', 'resource', 'id', 'class, owner_id');
