import { around, type Hit } from './hit.ts'
import { isFamilyCardNumber, isIdentityNumber } from './identity-number.ts'

const says = {
  nik: /\b(?:nik|n\.i\.k|ktp|e-ktp|induk kependudukan)\b/i,
  family: /\b(?:kk|kartu keluarga)\b/i,
  tax: /\bnpwp\b/i,
  health: /\b(?:bpjs|jkn|kis)\b/i,
  passport: /\b(?:paspor|passport)\b/i,
  phone: /\b(?:hp|telp?|telepon|ponsel|wa|whatsapp|hubungi|kontak|nomor)\b/i,
  bank: /\b(?:rekening|rek|no\.? ?rek|bri|bni|bca|bsi|btn|bjb|mandiri|bank)\b/i,
  /** Numbers of things: orders, invoices, budget lines, letters, goods. */
  thing:
    /\b(?:pesanan|order|invoice|faktur|resi|kuitansi|barang|inventaris|seri|nup|kode|pagu|anggaran|sp2d|spm|surat|isbn|barcode|transaksi|id paket|paket|rup|dpa|rekening belanja|kode rekening|akun)\b/i,
}

/** Every number that belongs to a person by its form, its content and the words beside it. */
export function numbersIn(text: string): Hit[] {
  const hits: Hit[] = []
  for (const match of text.matchAll(/(?<![\d.,/-]|\d )\d(?:[ .-]?\d){9,21}(?![\d/]|[.,-]\d)/g)) {
    const start = match.index
    const hit = numberHit(text, start, match[0])
    if (hit) hits.push(hit)
  }
  return [...hits, ...taxNumbers(text), ...phones(text), ...passports(text)]
}

function numberHit(text: string, start: number, written: string): Hit | undefined {
  const digits = written.replace(/\D/g, '')
  const end = start + written.length
  const { before, after } = around(text, start, end)
  const near = `${before} ${after}`
  const hit = (kind: Hit['kind'], confidence: number): Hit => ({ kind, start, end, confidence })
  const ofThing = says.thing.test(before)
  if (digits.length === 16) {
    if (says.tax.test(before)) return hit('tax-number', 0.9)
    if (says.family.test(before) && isFamilyCardNumber(digits)) return hit('family-card', 0.95)
    if (isIdentityNumber(digits)) return hit('nik', says.nik.test(near) ? 0.98 : ofThing ? 0.4 : 0.85)
    if (says.nik.test(before)) return hit('nik', 0.65)
  }
  if (digits.length === 15 && says.tax.test(before)) return hit('tax-number', 0.9)
  if (digits.length === 13 && says.health.test(before)) return hit('health-insurance', 0.92)
  if (digits.length >= 10 && digits.length <= 16 && says.bank.test(before) && !ofThing && !/^08/.test(digits))
    return hit('bank-account', 0.85)
  return undefined
}

function taxNumbers(text: string): Hit[] {
  return [...text.matchAll(/(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)/g)].map((match) => ({
    kind: 'tax-number',
    start: match.index,
    end: match.index + match[0].length,
    confidence: 0.92,
  }))
}

/** Mobile numbers only: a land line is an office's. */
function phones(text: string): Hit[] {
  const form = /(?<![\d.,/-]|\d |\w)(?:\+62|62|0)[ -]?8[1-9]\d(?:[ .-]?\d){6,10}(?![\d/]|[.,-]\d)/g
  return [...text.matchAll(form)].flatMap((match): Hit[] => {
    const end = match.index + match[0].length
    const { before } = around(text, match.index, end)
    const spoken = says.phone.test(before)
    if (/\brp\.? ?$/i.test(before) || (says.thing.test(before) && !spoken)) return []
    return [{ kind: 'phone', start: match.index, end, confidence: spoken ? 0.97 : 0.88 }]
  })
}

function passports(text: string): Hit[] {
  return [...text.matchAll(/(?<![\w/-])[A-Z]{1,2}[ ]?\d{6,7}(?![\w/-])/g)].flatMap((match): Hit[] => {
    const end = match.index + match[0].length
    const spoken = says.passport.test(around(text, match.index, end).before)
    return spoken ? [{ kind: 'passport', start: match.index, end, confidence: 0.93 }] : []
  })
}
