import { mountForm } from '#kernel/web/form.tsx'
import type { Site } from '#kernel/web/request.ts'
import type { MeetingLinks } from './links.ts'
import { mayAnswer, mayBring, mayConclude, mayConfirm, mayDraft, mayMove, mayRecord } from './meeting.ts'
import { answerInvitation } from './operations/answer-invitation.ts'
import { bringItem } from './operations/bring-item.ts'
import { cancelMeeting } from './operations/cancel-meeting.ts'
import { concludeItem } from './operations/conclude-item.ts'
import { confirmMinutes } from './operations/confirm-minutes.ts'
import { moveMeeting } from './operations/move-meeting.ts'
import { placeProposal } from './operations/place-proposal.ts'
import { recordAttendance } from './operations/record-attendance.ts'
import { sendInvitations } from './operations/send-invitations.ts'
import { writeMinutes } from './operations/write-minutes.ts'
import {
  AnswerPage,
  AttendancePage,
  BringItemPage,
  CancelMeetingPage,
  ConcludePage,
  ConfirmMinutesPage,
  MoveMeetingPage,
  WriteMinutesPage,
} from './pages/meeting-forms.tsx'
import { meetingPaths } from './paths.ts'
import { loadAnswer, loadConclude, loadHead, loadMinutesForm, loadRecord } from './read-pages.ts'
import { localOf } from './zone.ts'

/** What every form about one meeting has in common. */
const about = {
  tag: 'meetings',
  params: ({ id }: Record<string, string>) => ({ meeting: id }),
  then: ({ meeting }: { meeting: string }) => meetingPaths.one(meeting),
}

export function meetingForms(site: Site, links: MeetingLinks): void {
  timeForms(site)
  agendaForms(site, links)
  attendanceForms(site, links)
  minutesForms(site)
}

function timeForms(site: Site): void {
  mountForm(site, moveMeeting, {
    ...about,
    path: meetingPaths.move(':id'),
    load: loadHead,
    may: (actor, { meeting }, { now }) => mayMove(actor, meeting, now),
    initial: ({ meeting }) => {
      const { day, clock } = localOf(meeting.starts_at, meeting.zone)
      return { day, clock: clock.replace(':', '.'), place: meeting.place ?? '' }
    },
    version: ({ meeting }) => meeting.version,
    render: (data, form, view) => <MoveMeetingPage view={view} form={form} data={data} />,
  })
  mountForm(site, cancelMeeting, {
    ...about,
    path: meetingPaths.cancel(':id'),
    load: loadHead,
    may: (actor, { meeting }, { now }) => mayMove(actor, meeting, now),
    version: ({ meeting }) => meeting.version,
    render: (data, form, view) => <CancelMeetingPage view={view} form={form} data={data} />,
  })
  mountForm(site, sendInvitations, { ...about, path: meetingPaths.invite(':id') })
}

function agendaForms(site: Site, links: MeetingLinks): void {
  mountForm(site, bringItem, {
    ...about,
    path: meetingPaths.newItem(':id'),
    load: loadAnswer,
    may: (actor, { meeting }) => mayBring(actor, meeting),
    render: (data, form, view) => <BringItemPage view={view} form={form} data={data} />,
  })
  mountForm(site, placeProposal(links), { ...about, path: meetingPaths.proposal(':id') })
  mountForm(site, concludeItem(links), {
    ...about,
    path: meetingPaths.result(':id', ':item'),
    params: ({ id, item }) => ({ meeting: id, item }),
    load: (tx, request) => loadConclude(tx, request, links),
    may: (actor, { meeting }) => mayConclude(actor, meeting),
    initial: ({ item: { outcome } }) => ({
      result: outcome?.result ?? '',
      text: outcome?.text ?? '',
      task: outcome?.task_id ?? '',
      decision: outcome?.decision_id ?? '',
    }),
    render: (data, form, view) => <ConcludePage view={view} form={form} data={data} />,
  })
}

function attendanceForms(site: Site, links: MeetingLinks): void {
  mountForm(site, answerInvitation, {
    ...about,
    path: meetingPaths.answer(':id'),
    load: loadAnswer,
    may: (actor, { meeting }, { now }) => mayAnswer(actor, meeting, now),
    initial: ({ own, parties }) => ({
      party: parties[0]?.organisationId ?? '',
      manner: own?.manner ?? '',
      person: own?.person_id ?? '',
    }),
    render: (data, form, view) => <AnswerPage view={view} form={form} data={data} />,
  })
  mountForm(site, recordAttendance, {
    ...about,
    path: meetingPaths.attendance(':id'),
    load: (tx, request) => loadRecord(tx, request, links),
    may: (actor, { meeting }, { now }) => mayRecord(actor, meeting, now),
    initial: ({ attendance }) => ({
      attendance: attendance.flatMap((row) => (row.attendance ? `${row.organisationId}=${row.attendance.manner}` : [])),
    }),
    version: ({ meeting }) => meeting.version,
    render: (data, form, view) => <AttendancePage view={view} form={form} data={data} />,
  })
}

function minutesForms(site: Site): void {
  mountForm(site, writeMinutes, {
    ...about,
    path: meetingPaths.writeMinutes(':id'),
    load: loadMinutesForm,
    may: (actor, { meeting }) => mayDraft(actor, meeting),
    initial: ({ newest }) => ({ body: newest?.body ?? '' }),
    version: ({ newest }) => newest?.number ?? 0,
    render: (data, form, view) => <WriteMinutesPage view={view} form={form} data={data} />,
  })
  mountForm(site, confirmMinutes, {
    ...about,
    path: meetingPaths.confirmMinutes(':id'),
    load: loadMinutesForm,
    may: (actor, { meeting, newest }) => mayConfirm(actor, meeting, newest),
    version: ({ newest }) => newest?.number ?? 0,
    render: (data, form, view) => <ConfirmMinutesPage view={view} form={form} data={data} />,
  })
}
