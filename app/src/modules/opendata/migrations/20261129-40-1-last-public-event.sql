-- When a kind of record last changed for everyone to see: datasets and the catalogue say the day.
create index events_public_kind on events (subject_kind, at desc) where class = 'public';
