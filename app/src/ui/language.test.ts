import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  daysBetween,
  formatDate,
  formatDateTime,
  formatDays,
  formatList,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRupiah,
  formatShortMonth,
  formatTime,
  formatWeekday,
  isoDay,
  relativeDay,
} from './language.ts'

test('a date is written out in the reader’s language', () => {
  assert.equal(formatDate('id', '2026-08-18'), '18 Agustus 2026')
  assert.equal(formatDate('en', '2026-08-18'), '18 August 2026')
  assert.equal(formatDate('id', '2026-08'), 'Agustus 2026')
  assert.equal(formatMonth('en', '2026-08-31'), 'August 2026')
  assert.equal(formatShortMonth('id', '2027-12'), 'Des 2027')
  assert.equal(formatWeekday('id', '2026-11-27'), 'Jumat, 27 November 2026')
})

test('a date-only value stays on its day, and an instant is read in Jakarta', () => {
  assert.equal(formatDate('id', '2026-01-01'), '1 Januari 2026')
  assert.equal(formatDate('id', new Date('2025-12-31T18:00:00Z')), '1 Januari 2026')
  assert.equal(isoDay(new Date('2025-12-31T18:00:00Z')), '2026-01-01')
  assert.equal(isoDay(new Date('2025-12-31T16:59:59Z')), '2025-12-31')
})

test('time carries its zone', () => {
  assert.equal(formatTime('id', '2026-11-18T09:42:00Z'), '16.42 WIB')
  assert.equal(formatTime('en', '2026-11-18T09:42:00Z'), '16:42 WIB')
  assert.equal(formatTime('en', '2026-11-18T17:05:00Z'), '00:05 WIB')
  assert.equal(formatDateTime('id', '2026-11-18T09:42:00Z'), '18 November 2026, 16.42 WIB')
})

test('numbers, percent and rupiah use the separators of the language', () => {
  assert.equal(formatNumber('id', 1062), '1.062')
  assert.equal(formatNumber('en', 1062.5), '1,062.5')
  assert.equal(formatPercent('id', 0.213), '21,3%')
  assert.equal(formatPercent('en', 0.75), '75%')
  assert.equal(formatPercent('id', 2 / 3, 0), '67%')
  assert.equal(formatRupiah('id', 9_900_000_000), 'Rp 9,9 miliar')
  assert.equal(formatRupiah('en', 9_900_000_000), 'Rp 9.9 billion')
  assert.equal(formatRupiah('id', 9_900_000_000n, 'full'), 'Rp 9.900.000.000')
  assert.equal(formatRupiah('id', 1_250_000_000_000), 'Rp 1,3 triliun')
  assert.equal(formatRupiah('id', 350_000), 'Rp 350.000')
  assert.equal(formatRupiah('id', -2_000_000), '−Rp 2 juta')
})

test('an amount that rounds up to the next scale is named in it', () => {
  assert.equal(formatRupiah('id', 999_960_000), 'Rp 1 miliar')
  assert.equal(formatRupiah('en', 999_940_000), 'Rp 999.9 million')
})

test('days are counted on the calendar and said in words', () => {
  assert.equal(daysBetween('2026-06-30', '2026-09-14'), 76)
  assert.equal(daysBetween('2027-03-28', '2027-03-27'), -1)
  assert.equal(formatDays('en', 1), '1 day')
  assert.equal(formatDays('id', 1), '1 hari')
  assert.equal(relativeDay('id', '2026-12-06', '2026-11-24'), '12 hari lagi')
  assert.equal(relativeDay('id', '2026-11-18', '2026-11-24'), '6 hari lalu')
  assert.equal(relativeDay('en', '2026-11-24', '2026-11-24'), 'today')
  assert.equal(relativeDay('en', '2026-11-23', '2026-11-24'), 'yesterday')
  assert.equal(relativeDay('id', '2026-11-25', '2026-11-24'), 'besok')
})

test('a list of names reads as a sentence', () => {
  assert.equal(formatList('id', ['Bappeda', 'Dinas Sosial', 'PUPR']), 'Bappeda, Dinas Sosial, dan PUPR')
  assert.equal(formatList('en', ['Bappeda', 'PUPR']), 'Bappeda and PUPR')
})
