import { formatDate, formatNumber, formatPercent, type Lang } from '#ui/language.ts'
import type { CharterContent } from '../charter.ts'
import { cellNames, type FieldWords } from '../charter-changes.ts'
import { inLanguageOf } from '../programme.ts'
import { words } from '../words.ts'

/** Puts each field of a charter into the reader's words; `nameOf` names the organisations. */
export function fieldWords(lang: Lang, nameOf: (organisationId: string) => string): FieldWords {
  const say = words[lang].charter
  const partyRoles = words[lang].parties.roles
  return {
    text(field, charter) {
      if (field === 'purpose') return purposeOf(lang, charter).text
      if (field === 'mandate') return mandateOf(lang, charter).text
      if (field === 'decisionRule') return charter.decision_rule ? say.decisionRules[charter.decision_rule] : ''
      if (field === 'quorum') return quorumWords(lang, charter)
      if (field === 'cadence') return cadenceWords(lang, charter)
      if (field === 'office') return officeWords(lang, charter)
      return charter.waiting_limit ? say.waitingDays(formatNumber(lang, charter.waiting_limit)) : ''
    },
    list(field, charter) {
      if (field === 'legalBasis') return charter.legal_basis.map((basis) => basis.title)
      if (field === 'publishable') return charter.publishable.map((kind) => publishableWords(lang, kind))
      if (field === 'roles') return charter.roles.map((role) => own(lang, role.title, role.title_en))
      if (field === 'services') return charter.services.map((service) => own(lang, service.name, service.name_en))
      if (field === 'territories') return charter.territories.map((place) => own(lang, place.name, place.name_en))
      if (field === 'cells') return cellNames(lang, charter)
      return charter.parties.map((party) => `${nameOf(party.organisation_id)}: ${partyRoles[party.role].toLowerCase()}`)
    },
  }
}

function own(lang: Lang, text: string, english: string | null | undefined): string {
  return lang === 'en' && english ? english : text
}

export function purposeOf(lang: Lang, charter: CharterContent) {
  return inLanguageOf(lang, { own: charter.purpose, en: charter.purpose_en, lang: charter.lang })
}

export function mandateOf(lang: Lang, charter: CharterContent) {
  return inLanguageOf(lang, { own: charter.mandate, en: charter.mandate_en, lang: charter.lang })
}

export function quorumWords(lang: Lang, { quorum }: CharterContent): string {
  return quorum === null ? '' : words[lang].charter.quorumOf(formatPercent(lang, quorum, 0))
}

export function cadenceWords(lang: Lang, { cadence_every, cadence_unit }: CharterContent): string {
  const say = words[lang].charter
  if (!cadence_unit || !cadence_every) return ''
  const unit = say.cadences[cadence_unit]
  return cadence_every === 1 ? say.everyOne(unit) : say.every(formatNumber(lang, cadence_every), unit)
}

export function officeWords(lang: Lang, { office, office_en, office_term_ends, lang: own }: CharterContent): string {
  if (!office_term_ends) return ''
  const name = inLanguageOf(lang, { own: office, en: office_en, lang: own }).text
  return `${words[lang].charter.officeEnds(name)} ${formatDate(lang, office_term_ends)}`
}

/** A kind that an imported charter names in its own words stays as it is. */
export function publishableWords(lang: Lang, kind: string): string {
  const names: Record<string, string> = words[lang].charter.publishables
  return names[kind] ?? kind
}
