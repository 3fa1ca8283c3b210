-- What the first submit of a key said (SHA-256 of its input): the same again gets the first answer, anything else is told.
alter table submissions add column input_hash bytea;
