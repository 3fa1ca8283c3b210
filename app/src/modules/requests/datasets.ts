import { sql } from 'kysely'
import type { Dataset, DatasetColumn } from '#kernel/dataset.ts'
import { ofProgramme, organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { grounds } from '#kernel/grounds.ts'
import { both } from '#kernel/reason.ts'
import { answers, disputeOutcomes, objectionGrounds, reconsiderations, states } from './request.ts'

/** A general request belongs to no programme until it is entered in the register. */
const programme: DatasetColumn = { ...ofProgramme, required: undefined }

/** What anyone may know of a request; who asks and what was written stand in other tables. */
const requests: Dataset = {
  key: 'information-requests',
  title: both('Register permintaan informasi', 'Register of information requests'),
  description: both(
    'Setiap permintaan informasi dengan hari, tenggat, putusan, keberatan, dan sengketanya, dalam kata-kata PPID. Siapa yang meminta tidak dimuat.',
    'Every information request with its days, deadline, decision, objection and dispute, in the words of the information officer. Who asked is not in it.',
  ),
  keywords: both('PPID keterbukaan permohonan', 'freedom of information PPID'),
  frequency: 'continual',
  kinds: ['information-request'],
  primaryKey: ['id'],
  columns: [
    ownId,
    { name: 'code', type: 'string', title: both('Nomor', 'Number'), required: true },
    programme,
    organisation('owner_id', both('Penanggung jawab', 'Answers for it')),
    { name: 'subject', type: 'string', title: both('Yang diminta', 'What is asked for') },
    { name: 'purpose', type: 'string', title: both('Tujuan', 'Purpose') },
    { name: 'channel', type: 'string', title: both('Saluran', 'Channel'), required: true, values: ['web', 'desk'] },
    { name: 'received_on', type: 'date', title: both('Diterima pada', 'Received on'), required: true },
    { name: 'first_due_on', type: 'date', title: both('Tenggat awal', 'First deadline'), required: true },
    { name: 'due_on', type: 'date', title: both('Tenggat sekarang', 'Present deadline') },
    { name: 'state', type: 'string', title: both('Keadaan', 'State'), required: true, values: states },
    { name: 'registered_on', type: 'date', title: both('Dicatat pada', 'Registered on') },
    { name: 'extended_on', type: 'date', title: both('Diperpanjang pada', 'Extended on') },
    {
      name: 'outcome',
      type: 'string',
      title: both('Jawaban', 'Answer'),
      values: [...answers, 'forwarded'],
    },
    { name: 'ground', type: 'string', title: both('Dasar penolakan', 'Ground of refusal'), values: grounds },
    { name: 'answered_on', type: 'date', title: both('Pertama dijawab pada', 'First answered on') },
    { name: 'objected_on', type: 'date', title: both('Keberatan pada', 'Objected on') },
    {
      name: 'objection_ground',
      type: 'string',
      title: both('Alasan keberatan', 'Ground of the objection'),
      values: objectionGrounds,
    },
    { name: 'reconsidered_on', type: 'date', title: both('Keberatan diputus pada', 'Objection decided on') },
    {
      name: 'reconsideration',
      type: 'string',
      title: both('Putusan keberatan', 'Decision on the objection'),
      values: reconsiderations,
    },
    { name: 'disputed_on', type: 'date', title: both('Sengketa sejak', 'Disputed since') },
    {
      name: 'dispute_outcome',
      type: 'string',
      title: both('Hasil sengketa', 'Outcome of the dispute'),
      values: disputeOutcomes,
    },
  ],
  query: sql`select r.id, 'PI-' || r.year || '-' || lpad(r.sequence::text, 4, '0') as code, p.slug as programme, r.owner_id,
      w.subject, w.purpose, r.channel, r.received_on, r.first_due_on, r.due_on, r.state, r.registered_on, r.extended_on,
      r.outcome, r.ground, r.answered_on, r.objected_on, r.objection_ground, r.reconsidered_on, r.reconsideration,
      r.disputed_on, r.dispute_outcome
    from information_requests r left join programmes p on p.id = r.programme_id
    left join lateral (select n.subject, n.purpose from information_request_wordings n where n.request_id = r.id
      order by n.created_at desc, n.id desc limit 1) w on true`,
}

const published: Dataset = {
  key: 'information-answers',
  title: both('Jawaban atas permintaan informasi', 'Answers to information requests'),
  description: both(
    'Jawaban yang diumumkan PPID agar tidak perlu diminta lagi. Yang ditarik tidak dimuat.',
    'Answers that the information officer published, so that nobody has to ask again. Those taken back are not in it.',
  ),
  keywords: both('PPID keterbukaan jawaban', 'freedom of information PPID'),
  frequency: 'continual',
  kinds: ['information-request'],
  primaryKey: ['request_id'],
  columns: [
    {
      name: 'request_id',
      type: 'string',
      title: both('Permintaan', 'Request'),
      required: true,
      names: 'information-requests',
    },
    programme,
    { name: 'title', type: 'string', title: both('Judul', 'Title'), required: true },
    { name: 'body', type: 'string', title: both('Jawaban', 'Answer'), required: true },
    { name: 'links', type: 'string', title: both('Tautan, dipisah spasi', 'Links, separated by spaces') },
    { ...writtenIn },
    { name: 'published_on', type: 'date', title: both('Diumumkan pada', 'Published on'), required: true },
  ],
  query: sql`select a.request_id, p.slug as programme, a.title, a.body, nullif(array_to_string(a.links, ' '), '') as links, a.lang,
      a.published_on
    from information_requests r left join programmes p on p.id = r.programme_id
    join lateral (select u.* from information_publications u where u.request_id = r.id
      order by u.created_at desc, u.id desc limit 1) a on not a.withdrawn`,
}

export const requestDatasets: Dataset[] = [requests, published]
