import { z } from 'zod'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { addWorkingDays } from '#kernel/calendar.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { mayRaiseEscalation, partiesOf, usualDays } from '../escalation.ts'
import type { EscalationLinks } from '../links.ts'
import { headedParties } from '../store/read.ts'
import { addEscalation } from '../store/write.ts'
import { type Done, escalationEvent, wrong } from './acting.ts'

export const raiseEscalation = (links: EscalationLinks) =>
  operation({
    name: 'raise-escalation',
    summary: both('Menaikkan perkara kepada kepala instansi', 'Brings a matter to the heads of parties'),
    input: z.strictObject({
      programme: z.string(),
      party: z.uuid().optional(),
      question: z.string().trim().min(1).max(300),
      tried: z.string().trim().min(1).max(4000),
      /** Organisations whose heads are asked. */
      to: z.array(z.uuid()).max(40).default([]),
      /** Left out: 15 working days from today. */
      neededBy: z.iso.date().optional(),
      /** "task:id"; left out: about nothing in particular. */
      about: z.string().max(60).optional(),
      class: z.enum(['public', 'members']).default('public'),
      lang: z.enum(['id', 'en']).default('id'),
    }),
    async load(tx, { programme: slug }) {
      const programme = await programmeBySlug(tx, slug)
      return programme && { programme, programme_id: programme.id, programme_status: programme.status }
    },
    policy: (actor, subject) => mayRaiseEscalation(actor, subject),
    async change(tx, { actor, input, subject: { programme }, now, today }) {
      const owner_id = partiesOf(actor, programme.id).find((one) => one === (input.party ?? one))
      if (!owner_id) return refused(wrong('party', 'otherParty'))
      const to = [...new Set(input.to)]
      if (to.length === 0) return refused(wrong('to', 'nobody'))
      const headed = await headedParties(tx, programme.id, today)
      if (to.some((one) => !headed.includes(one))) return refused(wrong('to', 'noHead'))
      const needed_by = input.neededBy ?? addWorkingDays(await readCalendar(tx), today, usualDays)
      if (needed_by < today) return refused(wrong('neededBy', 'pastDay'))
      const choices = input.about ? await links.choices(tx, programme, 'id') : []
      const about = choices.find((one) => `${one.kind}:${one.id}` === input.about)
      if (input.about && !about) return refused(wrong('about', 'otherRecord'))
      if (about && about.class !== 'public' && input.class === 'public') return refused(wrong('class', 'moreOpen'))
      const subject = { subject_kind: about?.kind ?? null, subject_id: about?.id ?? null }
      const texts = { question: input.question, tried: input.tried, lang: input.lang }
      const told = { programme_id: programme.id, owner_id, class: input.class }
      const id = await addEscalation(tx, { actor, now, today }, { ...told, ...texts, ...subject, needed_by }, to)
      const done: Done = { escalation: id }
      const payload = { to, neededBy: needed_by, about: about?.id ?? null }
      return changed(done, escalationEvent('escalation.raised', { ...told, id }, 1, payload))
    },
  })
