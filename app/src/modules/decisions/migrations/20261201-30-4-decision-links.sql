-- A decision may name budget lines and resources that are offered beside objectives and tasks.
alter table decision_links drop constraint decision_links_kind_check;
alter table decision_links add constraint decision_links_kind_check
  check (kind in ('objective', 'task', 'document', 'budget-line', 'resource'));
