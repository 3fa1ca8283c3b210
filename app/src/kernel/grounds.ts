import type { Text } from './reason.ts'
import { both } from './reason.ts'

/**
 * Grounds on which information may be withheld: the letters of article 17 of UU 14/2008 on public information. Restated
 * in our own words, to be checked with the information officer or the legal office. Letters a to f end on a day, g and h
 * by consent or a public office, i by a decision of the information commission or a court, j by the other law.
 */
export const grounds = ['17a', '17b', '17c', '17d', '17e', '17f', '17g', '17h', '17i', '17j'] as const
export type Ground = (typeof grounds)[number]

export const groundNames: Record<Ground, Text> = {
  '17a': both(
    'Penegakan hukum dan keselamatan pelapor, saksi, korban, petugas',
    'Law enforcement, and the safety of informants, witnesses, victims and officers',
  ),
  '17b': both('Kekayaan intelektual dan persaingan usaha', 'Intellectual property and fair competition'),
  '17c': both('Pertahanan dan keamanan negara', 'Defence and security of the state'),
  '17d': both('Kekayaan alam', 'Natural wealth'),
  '17e': both('Ketahanan ekonomi nasional', 'National economic resilience'),
  '17f': both('Hubungan luar negeri', 'Foreign relations'),
  '17g': both('Akta pribadi dan wasiat', 'Private deeds and last wills'),
  '17h': both('Rahasia pribadi', 'Personal secrets'),
  '17i': both('Surat antarbadan atau di dalam badan publik', 'Memoranda between or within public bodies'),
  '17j': both('Dilarang dibuka oleh undang-undang lain', 'Closed by another law'),
}

/** Grounds that hold only until a day. */
export function endsOnADay(ground: Ground): boolean {
  return ground <= '17f'
}
