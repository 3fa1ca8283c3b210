import type { IsoDate, WorkCalendar } from '../calendar.ts'

/**
 * `national` is a public holiday for all; `collective-leave` (cuti bersama) closes government offices but is taken from
 * the annual leave, so a jurisdiction decides whether its deadlines count it as a working day.
 */
export type HolidayKind = 'national' | 'collective-leave'

/**
 * One day off. `confidence` says how the seed was checked: `high` = the decree's list is known and its totals agree;
 * `medium` = dates from a secondary list, decree number not read. Rows are seeds of a table that an office edits.
 */
export type Holiday = {
  date: IsoDate
  name: { id: string; en: string }
  kind: HolidayKind
  source: string
  confidence: 'high' | 'medium'
}

/** A calendar made of holiday rows; `collectiveLeave` says whether cuti bersama counts as a day off. */
export function workCalendar(
  version: number,
  rows: Iterable<Pick<Holiday, 'date' | 'kind'>>,
  { collectiveLeave }: { collectiveLeave: boolean },
): WorkCalendar {
  const off = [...rows].filter((row) => collectiveLeave || row.kind === 'national')
  return { version, holidays: new Set(off.map((row) => row.date)), zone: 'Asia/Jakarta' }
}

const NAMES = {
  newYear: { id: 'Tahun Baru Masehi', en: "New Year's Day" },
  ascent: { id: 'Isra Mikraj Nabi Muhammad S.A.W.', en: 'Ascension of the Prophet Muhammad' },
  imlek: { id: 'Tahun Baru Imlek', en: 'Lunar New Year' },
  election: { id: 'Pemungutan suara Pemilihan Umum', en: 'General election day' },
  localElection: { id: 'Pemungutan suara Pemilihan Kepala Daerah', en: 'Regional election day' },
  nyepi: { id: 'Hari Suci Nyepi (Tahun Baru Saka)', en: 'Day of Silence (Saka New Year)' },
  fitri: { id: 'Hari Raya Idulfitri', en: 'Eid al-Fitr' },
  goodFriday: { id: 'Wafat Yesus Kristus', en: 'Good Friday' },
  easter: { id: 'Kebangkitan Yesus Kristus (Paskah)', en: 'Easter Sunday' },
  labour: { id: 'Hari Buruh Internasional', en: 'International Labour Day' },
  ascension: { id: 'Kenaikan Yesus Kristus', en: 'Ascension Day' },
  vesak: { id: 'Hari Raya Waisak', en: 'Vesak' },
  pancasila: { id: 'Hari Lahir Pancasila', en: 'Pancasila Day' },
  adha: { id: 'Hari Raya Iduladha', en: 'Eid al-Adha' },
  hijri: { id: 'Tahun Baru Islam', en: 'Islamic New Year' },
  independence: { id: 'Proklamasi Kemerdekaan', en: 'Independence Day' },
  birthday: { id: 'Maulid Nabi Muhammad S.A.W.', en: 'Birthday of the Prophet Muhammad' },
  christmas: { id: 'Kelahiran Yesus Kristus (Natal)', en: 'Christmas Day' },
} as const

type Listed = readonly [monthDay: string, name: keyof typeof NAMES]
type Decree = {
  year: number
  source: string
  confidence: Holiday['confidence']
  national: readonly Listed[]
  leave?: readonly Listed[]
}

const DECREES: readonly Decree[] = [
  {
    year: 2024,
    source:
      'SKB 3 Menteri No. 855/2023, 3/2023, 4/2023 (12 September 2023), diubah dengan No. 236/2024, 1/2024, 2/2024 (nama hari raya)',
    confidence: 'high',
    national: [
      ['01-01', 'newYear'],
      ['02-08', 'ascent'],
      ['02-10', 'imlek'],
      ['03-11', 'nyepi'],
      ['03-29', 'goodFriday'],
      ['03-31', 'easter'],
      ['04-10', 'fitri'],
      ['04-11', 'fitri'],
      ['05-01', 'labour'],
      ['05-09', 'ascension'],
      ['05-23', 'vesak'],
      ['06-01', 'pancasila'],
      ['06-17', 'adha'],
      ['07-07', 'hijri'],
      ['08-17', 'independence'],
      ['09-16', 'birthday'],
      ['12-25', 'christmas'],
    ],
    leave: [
      ['02-09', 'imlek'],
      ['03-12', 'nyepi'],
      ['04-08', 'fitri'],
      ['04-09', 'fitri'],
      ['04-12', 'fitri'],
      ['04-15', 'fitri'],
      ['05-10', 'ascension'],
      ['05-24', 'vesak'],
      ['06-18', 'adha'],
      ['12-26', 'christmas'],
    ],
  },
  { year: 2024, source: 'Keppres 10/2024', confidence: 'high', national: [['02-14', 'election']] },
  { year: 2024, source: 'Keppres 33/2024', confidence: 'high', national: [['11-27', 'localElection']] },
  {
    year: 2025,
    source: 'SKB 3 Menteri No. 1017/2024, 2/2024, 2/2024 (14 Oktober 2024)',
    confidence: 'high',
    national: [
      ['01-01', 'newYear'],
      ['01-27', 'ascent'],
      ['01-29', 'imlek'],
      ['03-29', 'nyepi'],
      ['03-31', 'fitri'],
      ['04-01', 'fitri'],
      ['04-18', 'goodFriday'],
      ['04-20', 'easter'],
      ['05-01', 'labour'],
      ['05-12', 'vesak'],
      ['05-29', 'ascension'],
      ['06-01', 'pancasila'],
      ['06-06', 'adha'],
      ['06-27', 'hijri'],
      ['08-17', 'independence'],
      ['09-05', 'birthday'],
      ['12-25', 'christmas'],
    ],
    leave: [
      ['01-28', 'imlek'],
      ['03-28', 'nyepi'],
      ['04-02', 'fitri'],
      ['04-03', 'fitri'],
      ['04-04', 'fitri'],
      ['04-07', 'fitri'],
      ['05-13', 'vesak'],
      ['05-30', 'ascension'],
      ['06-09', 'adha'],
      ['12-26', 'christmas'],
    ],
  },
  {
    year: 2025,
    source: 'SKB 3 Menteri No. 933/2025, 1/2025, 3/2025 (7 Agustus 2025), perubahan atas No. 1017/2024, 2/2024, 2/2024',
    confidence: 'high',
    national: [],
    leave: [['08-18', 'independence']],
  },
  {
    year: 2026,
    source: 'SKB 3 Menteri No. 1497/2025, 2/2025, 5/2025 (19 September 2025)',
    confidence: 'high',
    national: [
      ['01-01', 'newYear'],
      ['01-16', 'ascent'],
      ['02-17', 'imlek'],
      ['03-19', 'nyepi'],
      ['03-21', 'fitri'],
      ['03-22', 'fitri'],
      ['04-03', 'goodFriday'],
      ['04-05', 'easter'],
      ['05-01', 'labour'],
      ['05-14', 'ascension'],
      ['05-27', 'adha'],
      ['05-31', 'vesak'],
      ['06-01', 'pancasila'],
      ['06-16', 'hijri'],
      ['08-17', 'independence'],
      ['08-25', 'birthday'],
      ['12-25', 'christmas'],
    ],
    leave: [
      ['02-16', 'imlek'],
      ['03-18', 'nyepi'],
      ['03-20', 'fitri'],
      ['03-23', 'fitri'],
      ['03-24', 'fitri'],
      ['05-15', 'ascension'],
      ['05-28', 'adha'],
      ['12-24', 'christmas'],
    ],
  },
  {
    year: 2027,
    source:
      'SKB 3 Menteri tentang hari libur nasional dan cuti bersama 2027 (setneg.go.id, September 2026; nomor belum diperiksa)',
    confidence: 'medium',
    national: [
      ['01-01', 'newYear'],
      ['01-05', 'ascent'],
      ['02-06', 'imlek'],
      ['03-08', 'nyepi'],
      ['03-10', 'fitri'],
      ['03-11', 'fitri'],
      ['03-26', 'goodFriday'],
      ['03-28', 'easter'],
      ['05-01', 'labour'],
      ['05-06', 'ascension'],
      ['05-17', 'adha'],
      ['05-20', 'vesak'],
      ['06-01', 'pancasila'],
      ['06-06', 'hijri'],
      ['08-15', 'birthday'],
      ['08-17', 'independence'],
      ['12-25', 'christmas'],
      ['12-26', 'ascent'],
    ],
    leave: [
      ['02-05', 'imlek'],
      ['03-09', 'fitri'],
      ['03-12', 'fitri'],
      ['03-15', 'fitri'],
      ['03-25', 'goodFriday'],
      ['05-18', 'adha'],
      ['05-19', 'vesak'],
      ['12-24', 'christmas'],
    ],
  },
]

/** Seed rows: national holidays and cuti bersama of Indonesia, 2024 to 2027, by date. */
export const INDONESIAN_HOLIDAYS: readonly Holiday[] = DECREES.flatMap(holidaysOf).sort((a, b) =>
  a.date < b.date ? -1 : 1,
)

function holidaysOf({ year, source, confidence, national, leave = [] }: Decree): Holiday[] {
  const rows = (listed: readonly Listed[], kind: HolidayKind): Holiday[] =>
    listed.map(([monthDay, key]) => ({ date: `${year}-${monthDay}`, name: named(key, kind), kind, source, confidence }))
  return [...rows(national, 'national'), ...rows(leave, 'collective-leave')]
}

function named(key: keyof typeof NAMES, kind: HolidayKind): Holiday['name'] {
  const { id, en } = NAMES[key]
  return kind === 'national' ? { id, en } : { id: `Cuti bersama ${id}`, en: `Collective leave, ${en}` }
}
