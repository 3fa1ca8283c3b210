import { around, type Hit } from './hit.ts'

const honorific =
  '(?:Bapak|Bpk\\.?|Pak|Ibu|Bu|Sdr\\.?|Sdri\\.?|Saudara|Saudari|Tn\\.?|Tuan|Ny\\.?|Nyonya|Nn\\.?|Nona|Alm\\.?|Almh\\.?|a\\.n\\.|A\\.n\\.|An\\.|By\\.)'
const word = "[A-Z][a-z'’]+"
const named = new RegExp(`(?<![\\w.])${honorific} +(${word}(?: +(?:${word}|[A-Z]\\.|bin|binti))*)`, 'g')

/** What may follow an honorific and is no name: posts, roles, and what the words mean elsewhere ("Ibu Kota"). */
const noName = new Set(
  'Kota Hamil Menyusui Bersalin Nifas Rumah Pertiwi Jari Anak Balita Bayi Dan Atau Yang Bupati Wakil Wali Walikota Gubernur Presiden Menteri Camat Lurah Kepala Ketua Sekretaris Bendahara Direktur Rektor Dekan Guru Bidan Dokter Kader Desa Dusun Dinas Badan Kantor Bagian Bidang Pimpinan Anggota Pejabat Hakim Jaksa Kapolres Dandim Asisten Inspektur Koordinator Pembina Pengurus Penggerak Negara Bangsa Tim Kami Kita Anda Mereka Para Semua Setiap Se Tani Peserta Warga Penerima Pemohon Pelapor Saksi Korban Tersangka Terdakwa'.split(
    ' ',
  ),
)

/** Streets, schools and hospitals bear names of people. */
const namedAfter =
  /\b(?:jalan|jl\.|gang|rs|rsud|rsia|rumah sakit|sd|smp|sma|smk|gedung|masjid|museum|yayasan|taman|hari) +$/i

export function namesIn(text: string): Hit[] {
  return [...text.matchAll(named)].flatMap((match): Hit[] => {
    const first = match[1]!.split(/ +/)[0]!
    if (noName.has(first)) return []
    const start = match.index
    if (namedAfter.test(text.slice(Math.max(0, start - 14), start))) return []
    const words = match[1]!.split(/ +/).length
    return [{ kind: 'name', start, end: start + match[0].length, confidence: words > 1 ? 0.85 : 0.72 }]
  })
}

const illness =
  /\b(?:hiv|aids|tbc|tb paru|tuberkulosis|kanker|tumor|hepatitis|sifilis|kusta|lepra|skizofrenia|depresi|gangguan jiwa|epilepsi|diabetes|stroke|gagal ginjal|talasemia|leukemia|keguguran|gizi buruk|stunting|autis|disabilitas mental|narkoba|kecanduan)\b/gi
const diagnosed =
  /\b(?:menderita|mengidap|terdiagnosis|didiagnosis|dinyatakan positif|positif|terinfeksi|dirawat karena|berobat)\b/i
const oneself =
  /\b(?:pasien|anaknya|istrinya|suaminya|ibunya|ayahnya|ia|dia|beliau|yang bersangkutan|balita bernama|anak bernama)\b/i
const many =
  /\b(?:kasus|prevalensi|angka|jumlah|persen|program|penanganan|pencegahan|penyuluhan|layanan|cakupan|kasus baru)\b/i

/** Illness said of one person: beside a name or number, or diagnosed in someone; never in statistics of many. */
export function healthIn(text: string, personal: Hit[]): Hit[] {
  return [...text.matchAll(illness)].flatMap((match): Hit[] => {
    const [start, end] = [match.index, match.index + match[0].length]
    const { before, after } = around(text, start, end, 70)
    const near = personal.some((hit) => hit.end > start - before.length - 2 && hit.start < end + after.length + 2)
    const said = diagnosed.test(before) && oneself.test(before)
    if (!near && !said) return []
    const counted = many.test(before.slice(-30)) && !diagnosed.test(before)
    return [{ kind: 'health', start, end, confidence: counted ? 0.4 : near && diagnosed.test(before) ? 0.95 : 0.8 }]
  })
}

/** Diagnosis codes (ICD-10) beside the word. */
export function diagnosisCodesIn(text: string): Hit[] {
  return [...text.matchAll(/(?<![\w.-])[A-TV-Z]\d{2}(?:\.\d{1,2})?(?![\w-])/g)].flatMap((match): Hit[] => {
    const end = match.index + match[0].length
    const { before } = around(text, match.index, end, 30)
    if (!/\b(?:diagnosis|diagnosa|icd(?:-?10)?)\b/i.test(before)) return []
    return [{ kind: 'health', start: match.index, end, confidence: 0.85 }]
  })
}
