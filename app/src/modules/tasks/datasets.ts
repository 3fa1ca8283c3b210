import { sql } from 'kysely'
import type { Dataset } from '#kernel/dataset.ts'
import { ofProgramme, organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'
import { milestoneTypes, reasonCodes, taskKinds, taskStates } from './task.ts'

const tasks: Dataset = {
  key: 'tasks',
  title: both('Tugas', 'Tasks'),
  description: both(
    'Kegiatan dan tonggak dengan instansi yang bertanggung jawab, tanggal awal, tanggal sekarang, dan keadaannya.',
    'Activities and milestones with the accountable agency, first dates, present dates and state.',
  ),
  keywords: both('kegiatan tonggak jadwal anggaran', 'activity milestone schedule budget'),
  frequency: 'continual',
  kinds: ['task'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'code', type: 'string', title: both('Nomor', 'Number') },
    { name: 'kind', type: 'string', title: both('Jenis', 'Kind'), required: true, values: taskKinds },
    {
      name: 'milestone_type',
      type: 'string',
      title: both('Jenis tonggak', 'Kind of milestone'),
      values: milestoneTypes,
    },
    { name: 'title', type: 'string', title: both('Tugas', 'Task'), required: true },
    { name: 'title_en', type: 'string', title: both('Tugas (Inggris)', 'Task (English)') },
    { ...writtenIn },
    organisation('owner_id', both('Instansi yang bertanggung jawab', 'Accountable agency'), { required: true }),
    { name: 'state', type: 'string', title: both('Keadaan', 'State'), required: true, values: taskStates },
    { name: 'state_since', type: 'date', title: both('Keadaan sejak', 'State since') },
    organisation('waiting_on', both('Menunggu', 'Waiting on')),
    { name: 'first_start', type: 'date', title: both('Mulai menurut rencana awal', 'First planned start') },
    { name: 'first_due', type: 'date', title: both('Tenggat awal', 'First due date') },
    { name: 'start_on', type: 'date', title: both('Mulai menurut rencana sekarang', 'Present start') },
    { name: 'due_on', type: 'date', title: both('Tenggat sekarang', 'Present due date') },
    { name: 'done_on', type: 'date', title: both('Selesai pada', 'Done on') },
    { name: 'territory_code', type: 'string', title: both('Wilayah menurut program', 'Territory in the programme') },
    { name: 'parent_id', type: 'string', title: both('Bagian dari', 'Part of'), names: 'tasks' },
    { name: 'budget', type: 'number', title: both('Anggaran', 'Budget') },
    { name: 'currency', type: 'string', title: both('Mata uang', 'Currency'), required: true },
    { name: 'weight', type: 'number', title: both('Bobot', 'Weight') },
  ],
  query: sql`select t.id, p.slug as programme, t.code, t.kind, t.milestone_type, t.title, t.title_en, t.lang, t.owner_id,
      t.state, t.state_since, t.waiting_on, t.baseline_start as first_start, t.baseline_due as first_due, t.start_on,
      t.due_on, t.done_on, t.territory_code, (select q.id from tasks q where q.id = t.parent_id and q.class = 'public') as parent_id,
      t.budget, t.currency, t.weight
    from tasks t join programmes p on p.id = t.programme_id where t.class = 'public' and p.class = 'public'`,
}

const moves: Dataset = {
  key: 'task-moves',
  title: both('Pergeseran tugas', 'Moves of tasks'),
  description: both(
    'Setiap perubahan tenggat tugas: dari kapan, ke kapan, alasannya, dan instansi yang meminta.',
    'Every change of a task’s due date: from when, to when, why, and which agency asked.',
  ),
  keywords: both('geser mundur terlambat tenggat', 'slip delay late deadline'),
  frequency: 'continual',
  kinds: ['task'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'task_id', type: 'string', title: both('Tugas', 'Task'), required: true, names: 'tasks' },
    { name: 'moved_on', type: 'date', title: both('Digeser pada', 'Moved on') },
    { name: 'from_due', type: 'date', title: both('Dari', 'From') },
    { name: 'to_due', type: 'date', title: both('Ke', 'To') },
    { name: 'code', type: 'string', title: both('Jenis alasan', 'Kind of reason'), values: reasonCodes },
    { name: 'reason', type: 'string', title: both('Alasan', 'Reason') },
    { name: 'reason_en', type: 'string', title: both('Alasan (Inggris)', 'Reason (English)') },
    { ...writtenIn },
    organisation('requested_by', both('Diminta oleh', 'Asked by')),
    organisation('decided_by', both('Diputuskan oleh', 'Decided by')),
  ],
  query: sql`select m.*, p.slug as programme from task_moves m
    join tasks t on t.id = m.task_id join programmes p on p.id = t.programme_id
    where t.class = 'public' and p.class = 'public'`,
}

export const taskDatasets: Dataset[] = [tasks, moves]
