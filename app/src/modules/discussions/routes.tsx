import { newId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { mayFollow, maySetDiscussion, mayWrite } from './comment.ts'
import { loadNotices } from './load-notices.ts'
import { loadList, loadRecord, loadSettings, loadThread, loadWriting } from './loads.ts'
import { chooseDigest } from './operations/choose-digest.ts'
import { followDiscussion } from './operations/follow-discussion.ts'
import { markNotificationsRead } from './operations/mark-notifications-read.ts'
import { setPublicComments } from './operations/set-public-comments.ts'
import { writeComment } from './operations/write-comment.ts'
import { ListPage } from './pages/list-page.tsx'
import { SettingsForm } from './pages/moderation-forms.tsx'
import { NotificationsPage } from './pages/notifications-page.tsx'
import { RecordPage } from './pages/record-page.tsx'
import { ThreadPage } from './pages/thread-page.tsx'
import { WriteForm } from './pages/writing-forms.tsx'
import { discussionPaths } from './paths.ts'
import { commentQuery, listQuery, noticeQuery } from './query.ts'
import { commentRoutes } from './routes-acts.tsx'
import { told, toldDiscussion } from './told.ts'

const tag = 'discussions'

export function discussionRoutes(site: Site, readers: SubjectReader[]): void {
  listRoutes(site, readers)
  writeRoutes(site, readers)
  threadRoute(site, readers)
  commentRoutes(site, readers)
  notificationRoutes(site, readers)
}

function listRoutes(site: Site, readers: SubjectReader[]) {
  mountPage(site, {
    name: 'list-discussions',
    path: discussionPaths.list(':slug'),
    summary: both('Komentar dan pertanyaan sebuah program', 'Comments and questions of a programme'),
    tag,
    query: listQuery,
    load: (tx, request) => loadList(tx, request, readers),
    scope: ({ programme }) => [programme.id],
    render: (data, view, { actor, now }) => (
      <ListPage view={view} data={data} settings={maySetDiscussion(actor, data.programme)} formKey={() => newId(now)} />
    ),
    json: ({ rows, newer, older, unanswered }) => ({
      rows: rows.map(({ place, subject: _, ...row }) => ({ ...told(row), record: place })),
      newer,
      older,
      unanswered,
    }),
  })
  mountPage(site, {
    name: 'read-discussion',
    path: discussionPaths.record(':slug', ':record'),
    summary: both('Diskusi satu catatan', 'Discussion of one record'),
    tag,
    query: commentQuery,
    load: (tx, request) => loadRecord(tx, request, readers),
    scope: ({ programme }) => [programme.id],
    render: (data, view, { now }) => <RecordPage view={view} data={data} formKey={() => newId(now)} />,
    json: ({ discussion }) => toldDiscussion(discussion),
  })
}

function threadRoute(site: Site, readers: SubjectReader[]) {
  mountPage(site, {
    name: 'read-thread',
    path: discussionPaths.thread(':slug', ':id'),
    summary: both('Satu komentar dengan balasannya', 'One comment with its replies'),
    tag,
    query: commentQuery,
    load: (tx, request) => loadThread(tx, request, readers),
    scope: ({ programme }) => [programme.id],
    render: (data, view, { now }) => <ThreadPage view={view} data={data} formKey={() => newId(now)} />,
    json: ({ place, comment, replies, newer, older }) => ({
      record: place,
      comment: told(comment),
      replies: replies.map(told),
      newer,
      older,
    }),
  })
}

function writeRoutes(site: Site, readers: SubjectReader[]) {
  mountForm(site, writeComment, {
    path: discussionPaths.new(':slug', ':record'),
    tag,
    params: ({ slug, record }) => ({ slug, record }),
    load: (tx, request) => loadWriting(tx, request, readers),
    may: (actor, { subject }) => mayWrite(actor, subject),
    initial: (_data, { lang }) => ({ kind: 'comment', lang }),
    render: (data, form, view, { actor }) => <WriteForm view={view} form={form} data={data} actor={actor} />,
    then: ({ slug, thread, id }) => discussionPaths.comment(slug, thread, id),
  })
  mountForm(site, followDiscussion, {
    path: discussionPaths.following(':slug', ':record'),
    tag,
    params: ({ slug, record }) => ({ slug, record }),
    then: ({ slug, record }) => discussionPaths.record(slug, record),
  })
  mountForm(site, setPublicComments, {
    path: discussionPaths.settings(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: loadSettings,
    may: (actor, { programme }) => maySetDiscussion(actor, programme),
    initial: ({ open }) => ({ publicComments: open ? 'yes' : '' }),
    render: (data, form, view) => <SettingsForm view={view} form={form} data={data} />,
    then: ({ slug }) => discussionPaths.list(slug),
  })
}

function notificationRoutes(site: Site, readers: SubjectReader[]) {
  site.app.get(discussionPaths.notifications(), async (c, next) => {
    if (mayFollow(c.var.actor) === true) return next()
    return c.redirect(`/sign-in?next=${encodeURIComponent(discussionPaths.notifications())}`, 303)
  })
  mountPage(site, {
    name: 'read-notifications',
    path: discussionPaths.notifications(),
    summary: both('Pemberitahuan saya', 'My notifications'),
    tag,
    query: noticeQuery,
    load: (tx, request) => loadNotices(tx, request, readers),
    render: (data, view, { now }) => <NotificationsPage view={view} data={data} formKey={() => newId(now)} />,
  })
  const back = { tag, then: () => discussionPaths.notifications() }
  mountForm(site, markNotificationsRead, { path: discussionPaths.visit(), ...back })
  mountForm(site, chooseDigest, { path: discussionPaths.digest(), ...back })
}
