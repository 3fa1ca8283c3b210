-- Evidence may be a file: a document of the same task.
alter table documents add unique (id, subject_id);
alter table task_evidence add column document_id uuid,
  add foreign key (document_id, task_id) references documents (id, subject_id);
create index on task_evidence (document_id) where document_id is not null;
