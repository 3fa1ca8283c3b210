import { fold } from './plain-text.ts'

/** Words that stand in the name of a body as what it is: a part of a list that holds one is a name of its own. */
const BODY_WORDS =
  'ministry|ministries|minister|department|departments|dept|agency|agencies|authority|authorities|office|offices|bureau|commission|commissioner|' +
  'committee|committees|council|councils|board|secretariat|secretary|directorate|administration|inspectorate|institute|institution|institutions|' +
  'foundation|association|associations|union|unions|university|universities|school|schools|academy|court|courts|parliament|assembly|congress|' +
  'senate|chamber|chambers|presidency|president|cabinet|treasury|bank|police|army|prosecutor|ombudsman|auditor|chancellery|municipality|' +
  'municipalities|government|governments|governor|governors|organization|organizations|organisation|organisations|ngo|ngos|cso|csos|network|' +
  'networks|coalition|centre|center|centers|initiative|forum|fund|society|federation|federations|confederation|alliance|programme|program|' +
  'team|unit|branch|taskforce|group|groups|partners|partnership|corporation|company|enterprise|service|services|archives|party|parties|ltd|llc|' +
  'kementerian|badan|dinas|direktorat|ditjen|sekretariat|sekretaris|inspektorat|lembaga|komisi|dewan|majelis|mahkamah|pengadilan|kejaksaan|' +
  'kepolisian|polri|polda|polres|tni|bupati|walikota|gubernur|camat|kecamatan|kelurahan|puskesmas|rsud|rumah|universitas|institut|sekolah|' +
  'politeknik|yayasan|perkumpulan|asosiasi|forum|aliansi|koalisi|bagian|bidang|biro|kantor|balai|pusat|pemerintah|pemprov|pemkab|pemkot|' +
  'perusahaan|pt|cv|koperasi|bank|dprd|dpr|bappeda|bappenas|pkk|pokja|satgas|tim|unit|uptd|deputi|kader|karang|lsm|' +
  'ministerio|ministerios|ministere|secretaria|secretariat|direccion|direction|agencia|agence|instituto|institut|comision|comissao|consejo|' +
  'conselho|conseil|fundacion|fundacao|fondation|asociacion|associacao|universidad|universite|universidade|asamblea|assembleia|congreso|' +
  'congresso|senado|camara|chambre|tribunal|contraloria|procuraduria|defensoria|gobierno|governo|gouvernement|presidencia|municipalidad|' +
  'municipio|oficina|unidad|organizacion|organizaciones|sociedad|red|mesa|banco|coordinacion'
const BODY = new RegExp(`(^|[^a-z])(${BODY_WORDS})(?![a-z])`)
const BEGINS_WITH_BODY = new RegExp(`^(the )?(${BODY_WORDS})(?![a-z])`)

/** Heads of a portfolio: what follows is a list of subjects, whose commas belong to the name. */
const PORTFOLIO =
  /^(the )?((federal|state|national|deputy|senior|joint|parliamentary|standing|special) )*(ministry|minister|department|dept\.?|office|bureau|committee|commission|secretariat|directorate( general)?|general directorate|division|agency|institute|association|council)( (of|for|on|the)\b|$)|^([\p{L}-]+ ){0,2}(centre|center|institute|department|committee) (of|for|on)\b|^(kementerian|dinas|badan|direktorat( jenderal)?|ditjen|deputi|bagian|bidang|biro|komisi)\b|^(ministerio|ministere|ministero|secretaria|direccion( general)?|subsecretaria|comision|comissao|departamento|instituto|consejo) (de|del|da|do|das|dos|des|du|para|especial|nacional)?/u

/** True when the text holds a word for a kind of body ("… Authority", "Dinas …") as a word of its own. */
export function namesBody(text: string): boolean {
  return BODY.test(fold(text))
}

/** True when the name begins like "Ministry of …", "Dinas …", "Secretaría de …". */
export function isPortfolio(name: string): boolean {
  return PORTFOLIO.test(fold(name))
}

/** True when the text begins with the word for a body itself: "Ministry …", "Kementerian …", not "National Audit …". */
export function beginsWithBody(text: string): boolean {
  return BEGINS_WITH_BODY.test(fold(text.slice(0, 40)))
}

/** Upper-case short forms: LACC, CDD-Ghana, MoFA, PN Africa; at least two capitals in at most two words and 15 signs. */
export function isAcronym(text: string): boolean {
  const bare = text.trim().replace(/\.$/, '')
  if (bare.length < 2 || bare.length > 15 || bare.split(' ').length > 2 || /[,;:]/.test(bare)) return false
  const capitals = bare.match(/\p{Lu}/gu)?.length ?? 0
  const first = bare.split(/[ -]/)[0]!
  return capitals >= 2 && (first.match(/\p{Lu}/gu)?.length ?? 0) >= 2
}

/** A closing part of a list of subjects: "… and Energy", "Energía y Minas", "dan Perlindungan Anak". */
export function hasConjunction(text: string): boolean {
  return /(^|\s)(and|&|dan|serta|y|e|et|und)\s/i.test(text)
}

const GROUP =
  /^(other |otros? |lainnya )?((state|non-state|public|government(al)?|civil society|sociedad civil|societe civile|private|civil|employers?|labou?r|technical|development|implementing) )?(actors?|actores|acteurs|stakeholders?|partners?|gobierno|government|gouvernement|pemerintah|civil society( organi[sz]ations?)?|sociedad civil.*|societe civile|masyarakat( sipil)?|swasta|csos?|osc|ngos?|private sector|sector privado|institutions|instansi|organi[sz]ations|agencies|ministries\/agencies|actores de gobierno|citizens|state actors)( involved| responsible|,|\/| \/|$)/

const PEOPLE =
  /^(citizens?|individuals?|(private |natural )?persons?|people|volunteers?|activists?|(independent )?experts?|warga|per(se)?orangan|individu|relawan|ahli|ciudadan[oa]s?|personas|expertos|cidadaos|cidadas|pessoas|citoyens?|particuliers?)$/

/** True for headings below which persons stand, not bodies: "Citizens:", "Perorangan:". */
export function isPeopleLabel(text: string): boolean {
  return PEOPLE.test(fold(text.replace(/\([^)]*\)/g, ' ').replace(/[:\-–\s]+$/, '')))
}

/** True for the headings inside a cell ("Civil society:", "State actors involved -", "Pemerintah:") that name no body. */
export function isGroupLabel(text: string): boolean {
  const folded = fold(text.replace(/\([^)]*\)/g, ' ').replace(/[:\-–\s]+$/, ''))
  return folded.split(' ').length <= 12 && (GROUP.test(folded) || PEOPLE.test(folded))
}

/** The same body written twice has one key: no case, accents, punctuation, articles; "&" reads as "and". */
export function institutionKey(name: string): string {
  return fold(name)
    .replace(/&/g, ' and ')
    .replace(/['.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(the|el|la|los|las|le|les|l)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
