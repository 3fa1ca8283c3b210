import { around, type Hit } from './hit.ts'

/** An office is reached there, not a person. */
const ofOffice =
  /^(?:info|humas|ppid|sekretariat|setda|kontak|contact|layanan|pengaduan|lapor|admin|no-?reply|halo|redaksi|dinas\w*|bappeda\w*|diskominfo\w*|puskesmas\w*|rsud\w*|kecamatan\w*|desa\w*)(?:[._-].*)?$/i

export function emailsIn(text: string): Hit[] {
  const form = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}(?![\w-])/gi
  return [...text.matchAll(form)].map((match) => ({
    kind: 'email',
    start: match.index,
    end: match.index + match[0].length,
    confidence: ofOffice.test(match[0].split('@')[0]!) ? 0.3 : 0.95,
  }))
}

/** Pairs inside Indonesia that are exact to some ten metres. A home is personal; a bridge or a school is not. */
export function coordinatesIn(text: string): Hit[] {
  const form = /(?<![\d.])(-?\d{1,2}\.\d{4,8})\s*[,;]\s*(1?\d{2}\.\d{4,8})(?!\d|\.\d)/g
  return [...text.matchAll(form)].flatMap((match): Hit[] => {
    const [latitude, longitude] = [Number(match[1]), Number(match[2])]
    if (latitude < -11.5 || latitude > 6.5 || longitude < 94.5 || longitude > 141.5) return []
    const end = match.index + match[0].length
    const { before, after } = around(text, match.index, end, 60)
    const home = /\b(?:rumah|kediaman|tempat tinggal|alamat|tinggal di|domisili|keluarga|pasien|korban|saksi)\b/i
    return [{ kind: 'coordinates', start: match.index, end, confidence: home.test(before + after) ? 0.9 : 0.45 }]
  })
}
