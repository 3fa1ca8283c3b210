-- An empty cell and words that nobody could read are not what a source says: each is its own unknown.
alter table commitments drop constraint commitments_not_assessed_check,
  add constraint commitments_not_assessed_check
    check (not_assessed in ('no-data', 'not-reported', 'not-applicable', 'empty', 'unreadable'));
