import { fold } from './plain-text.ts'

const MONTH_NAMES: readonly string[] = [
  'january januari enero janvier janeiro jan ene janv',
  'february februari pebruari febrero fevrier fevereiro feb peb fev fevr',
  'march maret marzo mars marco mar mrt',
  'april abril avril apr abr avr',
  'may mei mayo mai maio may',
  'june juni junio juin junho jun',
  'july juli julio juillet julho jul juil',
  'august agustus agosto aout aug agu agt agst ags ago',
  'september septiembre setiembre septembre setembro sep sept set',
  'october oktober octubre octobre outubro oct okt out',
  'november nopember noviembre novembre novembro nov nop',
  'december desember diciembre decembre dezembro dec des dic dez',
]
const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** Month 1 to 12 of a name or its usual abbreviation in English, Indonesian, Spanish, French or Portuguese. */
export function monthNamed(word: string): number | null {
  return MONTHS.get(word.replace(/\.$/, '')) ?? null
}

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'
const SEASON_NAMES: Record<Season, string> = {
  spring: 'spring|primavera|printemps|musim semi',
  summer: 'summer|verano|ete|verao|musim panas',
  autumn: 'autumn|fall|otono|automne|outono|musim gugur',
  winter: 'winter|invierno|hiver|inverno|musim dingin',
}

/** The season that a name stands for, in the same five languages. */
export function seasonNamed(name: string): Season | null {
  const found = Object.entries(SEASON_NAMES).find(([, names]) => names.split('|').includes(name))
  return found ? (found[0] as Season) : null
}

export const SEASON_WORD = Object.values(SEASON_NAMES).join('|')

const ORDINALS: readonly string[] = [
  'i|1|1st|first|pertama|kesatu|ke-1|primer|primero|primera|premier|1er|1ere|primeiro|1o|1º|1°|1a',
  'ii|2|2nd|second|kedua|ke-2|segundo|segunda|deuxieme|2e|2eme|2o|2º|2°|2a',
  'iii|3|3rd|third|ketiga|ke-3|tercer|tercero|troisieme|3e|3eme|terceiro|3o|3º|3°|3a',
  'iv|4|4th|fourth|last|keempat|ke-4|cuarto|quatrieme|4e|4eme|quarto|4o|4º|4°|4a',
]

/** 1 to 4 of "II", "2", "2nd", "second", "kedua" and their like; `null` for other words. */
export function ordinal(word: string): number | null {
  const index = ORDINALS.findIndex((forms) => forms.split('|').includes(word))
  return index < 0 ? null : index + 1
}

const WEEKDAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun|' +
  "senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad|lunes|martes|miercoles|jueves|viernes|sabado|domingo|" +
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|segunda-feira|terca-feira|quarta-feira|quinta-feira|sexta-feira'

const ONGOING =
  /^(ongoing|on-going|on going|continuous(ly)?|continual|permanent(e)?|in progress|berkelanjutan|berlanjut|terus[- ]menerus|sedang berjalan|berjalan|tidak terbatas|en curso|continuo|en cours|continu|em curso|em andamento|indefinite(ly)?)$/

/** True for the words that say "without an end": Ongoing, berkelanjutan, en curso, en cours, em andamento … */
export function saysOngoing(folded: string): boolean {
  return ONGOING.test(folded.replace(/[.()]/g, ''))
}

/** The cell as the patterns of dates read it: folded, without weekday, ordinal endings, "of", "de", "tahun", commas. */
export function dateText(raw: string): string {
  return fold(raw)
    .replace(new RegExp(`^(${WEEKDAYS})[ ,.]+(?=\\d|[a-z])`), '')
    .replace(/\b(\d{1,2})(st|nd|rd|th|er|º|°)(?=[ ,]|$)/g, '$1')
    .replace(/[,;]/g, ' ')
    .replace(/\b(of|de|del|do|da|du|the|tahun|year|ano|annee|tgl|tanggal|dated?|bulan)\b\.?/g, ' ')
    .replace(/\bt\.?a\.?(?= ?\d{4}$)/, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
