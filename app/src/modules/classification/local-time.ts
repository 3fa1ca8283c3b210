/** "08.30" or "8:30" on a day of western Indonesia; undefined for anything else. */
export function localInstant(day: string, time: string): Date | undefined {
  const [, hours, minutes] = time.trim().match(/^(\d{1,2})[.:](\d{2})$/) ?? []
  if (!hours || !minutes || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return new Date(`${day}T${hours.padStart(2, '0')}:${minutes}:00+07:00`)
}
