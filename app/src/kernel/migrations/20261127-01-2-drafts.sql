-- A draft is seen by its owner's seats and the coordination team until it is submitted, whatever its class;
-- need-to-know for one record still opens it. `draft`: SQL condition of rows that are drafts.
create procedure mufakat.close_drafts(tab text, draft text) language plpgsql set search_path = '' as $body$
declare
  submitted text := format($$not (%s) or programme_id = any (array(select mufakat.coordinated_programmes()))
    or (programme_id, owner_id) in (select o.programme_id, o.organisation_id from mufakat.owner_seats() o)
    or id = any (array(select mufakat.granted_records()))$$, draft);
begin
  execute format('create policy draft_opens on public.%I as restrictive for select to mufakat_app using (%s)', tab, submitted);
  execute format('create policy draft_opens_change on public.%I as restrictive for update to mufakat_app using (%s)', tab, submitted);
end $body$;
