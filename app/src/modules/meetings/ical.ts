/** One entry of a calendar: an instant with its end, or a whole day 'YYYY-MM-DD'. */
export type CalendarEntry = {
  uid: string
  /** When it was last changed. */
  changed: Date
  start: Date | string
  end?: Date
  title: string
  description?: string
  place?: string
  url?: string
  sequence?: number
  cancelled?: boolean
}

export type CalendarFile = {
  name: string
  entries: CalendarEntry[]
  /** An invitation or its withdrawal, with whom it goes between; left out: a feed. */
  method?: { name: 'REQUEST' | 'CANCEL'; organizer: string; attendee: string }
}

/** RFC 5545 in UTC: CRLF, lines folded at 75 octets, texts escaped so that no value can begin a line of its own. */
export function calendarFile({ name, entries, method }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mufakat//Mufakat//ID',
    'CALSCALE:GREGORIAN',
    ...(method ? [`METHOD:${method.name}`] : [`X-WR-CALNAME:${escaped(name)}`]),
    ...entries.flatMap((entry) => entryLines(entry, method)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function entryLines(entry: CalendarEntry, method: CalendarFile['method']): string[] {
  const { description, place, url } = entry
  const day = typeof entry.start === 'string'
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${utc(entry.changed)}`,
    day ? `DTSTART;VALUE=DATE:${(entry.start as string).replaceAll('-', '')}` : `DTSTART:${utc(entry.start as Date)}`,
    ...(entry.end ? [`DTEND:${utc(entry.end)}`] : []),
    `SUMMARY:${escaped(entry.title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${oneLine(url)}`] : []),
    `SEQUENCE:${entry.sequence ?? 0}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(day ? ['TRANSP:TRANSPARENT'] : []),
    ...(method ? [`ORGANIZER:mailto:${address(method.organizer)}`] : []),
    ...(method ? [`ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:${address(method.attendee)}`] : []),
    'END:VEVENT',
  ]
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  const plain = text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
  return withoutControls(plain.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n'))
}

function oneLine(text: string): string {
  return withoutControls(text).replaceAll(/\s/gu, '')
}

/** The bare address: what could end a value or begin another has no place in one. */
function address(text: string): string {
  return oneLine(text.match(/<([^<>]+)>\s*$/)?.[1] ?? text).replaceAll(/[";:,<>]/g, '')
}

function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '').toWellFormed()
}

const mostOctets = 75

function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > mostOctets) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
