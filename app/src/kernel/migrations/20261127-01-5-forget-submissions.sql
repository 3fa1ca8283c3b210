-- A job forgets the keys of forms that were sent more than 30 days ago; it sees nothing of them but when that was.
create index on submissions (at);
create policy job_forget on submissions for delete to mufakat_jobs using (
  (select mufakat.kind()) = 'job' and at < (select mufakat.today()) - 30);
create policy job_when on submissions for select to mufakat_jobs using ((select mufakat.kind()) = 'job');
grant delete, select (at) on submissions to mufakat_jobs;
