import type { Kind } from './hit.ts'
import { regions } from './regions.ts'

/** Invented sentences with what is personal in them marked: `{nik:3302…}`. The same seed gives the same corpus. */
export type Sample = { text: string; marked: { kind: Kind; start: number; end: number }[] }

export function corpus(size: number, seed = 7): Sample[] {
  const chance = chanceOf(seed)
  return Array.from({ length: size }, (_, index) => {
    const from = index % 2 === 0 ? personal : impersonal
    const first = pick(from, chance)(chance)
    const second = chance() < 0.4 ? ` ${pick(impersonal, chance)(chance)}` : ''
    return marks(first + second)
  })
}

type Chance = () => number
type Maker = (chance: Chance) => string

function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)]!
const digits = (count: number, chance: Chance) =>
  Array.from({ length: count }, () => Math.floor(chance() * 10)).join('')
const two = (value: number) => String(value).padStart(2, '0')
const between = (least: number, most: number, chance: Chance) => least + Math.floor(chance() * (most - least + 1))

function district(chance: Chance): string {
  const province = pick(Object.keys(regions), chance)
  const regency = pick(regions[province]!.split(' '), chance)
  return province + regency.slice(0, 2) + two(between(1, Number(regency.slice(3)), chance))
}
function identity(chance: Chance, woman = chance() < 0.5): string {
  const day = between(1, 28, chance) + (woman ? 40 : 0)
  return (
    district(chance) +
    two(day) +
    two(between(1, 12, chance)) +
    two(between(0, 99, chance)) +
    two(between(0, 99, chance)) +
    two(between(1, 99, chance))
  )
}
const spaced = (number: string, chance: Chance) => (chance() < 0.2 ? number.replace(/(\d{4})(?=\d)/g, '$1 ') : number)
const first = [
  'Siti',
  'Budi',
  'Wayan',
  'Fatimah',
  'Agus',
  'Dewi',
  'Yohanes',
  'Rizki',
  'Maria',
  'Slamet',
  'Nurul',
  'Joko',
]
const last = [
  'Aminah',
  'Santoso',
  'Sudarma',
  'Lestari',
  'Pratama',
  'Simanjuntak',
  'Wibowo',
  'Rahayu',
  'Tarigan',
  'Hidayat',
]
const honorifics = ['Bapak', 'Bpk.', 'Ibu', 'Sdr.', 'Sdri.', 'Ny.', 'Tn.', 'Pak', 'Bu', 'Saudari']
const name = (chance: Chance) =>
  `${pick(honorifics, chance)} ${pick(first, chance)}${chance() < 0.7 ? ` ${pick(last, chance)}` : ''}`
const phone = (chance: Chance) => {
  const body = `8${between(11, 99, chance)}${digits(chance() < 0.5 ? 7 : 8, chance)}`
  const joined = chance() < 0.3 ? body.replace(/^(\d{3})(\d{4})/, '$1-$2-') : body
  return pick(['0', '+62', '0', '62'], chance) + joined
}
const illness = ['TBC', 'HIV', 'kanker', 'diabetes', 'hepatitis', 'gizi buruk']
const bank = ['BRI', 'BNI', 'Bank Mandiri', 'BSI', 'BCA']
const office = ['Dinas Kesehatan', 'Bappeda', 'Dinas Sosial', 'Puskesmas Sukamaju']
const point = (chance: Chance) =>
  `-${between(1, 8, chance)}.${digits(6, chance)}, ${between(105, 118, chance)}.${digits(6, chance)}`

const personal: Maker[] = [
  (c) => `Penerima bantuan dengan NIK {nik:${spaced(identity(c), c)}} sudah diverifikasi.`,
  (c) => `Data ganda ditemukan pada {nik:${identity(c)}} dan perlu diperbaiki.`,
  (c) => `No. KK {family-card:${identity(c, false)}} terdaftar di dua desa.`,
  (c) =>
    `NPWP {tax-number:${digits(2, c)}.${digits(3, c)}.${digits(3, c)}.${digits(1, c)}-${digits(3, c)}.${digits(3, c)}} atas nama pribadi.`,
  (c) => `Kartu BPJS nomor {health-insurance:000${digits(10, c)}} tidak aktif.`,
  (c) => `Paspor {passport:${pick(['A', 'B', 'C', 'E', 'X'], c)}${digits(7, c)}} habis masa berlakunya.`,
  (c) => `Hubungi ${pick(['kader', 'petugas', 'warga'], c)} di {phone:${phone(c)}} untuk jadwal kunjungan.`,
  (c) => `Warga yang melapor bisa dihubungi lewat {phone:${phone(c)}}.`,
  (c) =>
    `Kirim ke {email:${pick(first, c).toLowerCase()}.${pick(last, c).toLowerCase()}@surat.example} paling lambat Jumat.`,
  (c) => `Menurut {name:${name(c)}}, jalan itu rusak sejak bulan lalu.`,
  (c) => `Kunjungan ke rumah {name:${name(c)}} ditunda.`,
  (c) => `{name:${name(c)}} menderita {health:${pick(illness, c)}} sejak tahun lalu.`,
  (c) => `Pasien itu dinyatakan positif {health:${pick(illness, c)}} oleh dokter.`,
  (c) => `Diagnosis {health:${pick(['A15.0', 'B20', 'E11.9', 'F20.0'], c)}} tercatat di rujukan.`,
  (c) =>
    `Transfer ke rekening ${pick(bank, c)} {bank-account:${between(1, 7, c)}${digits(c() < 0.5 ? 9 : 14, c)}} paling lambat besok.`,
  (c) => `Titik rumah penerima: {coordinates:${point(c)}}.`,
  // what the rules were not written for
  (c) => `Yang menandatangani adalah {name:${pick(first, c)} ${pick(last, c)}}, warga RT 03.`,
  (c) => `wa {phone:${phone(c)}} ya`,
]

const impersonal: Maker[] = [
  (c) => `Nomor pesanan ${digits(16, c)} sudah dikirim.`,
  // passes every check of an identity number, but is an order
  (c) => `Faktur nomor ${identity(c)} dibayar lunas.`,
  (c) => `Kode rekening 5.1.02.0${between(1, 4, c)}.01.00${digits(2, c)} dalam DPA.`,
  (c) => `Kode rekening belanja ${digits(12, c)} sebesar Rp ${between(1, 900, c)}.${digits(3, c)}.000.`,
  (c) => `Pagu anggaran Rp ${between(1, 90, c)}.${digits(3, c)}.${digits(3, c)}.000 untuk tahun 2026.`,
  (c) => `Keputusan Bupati Nomor 188/${digits(3, c)}/2025 tanggal ${between(1, 28, c)} Maret 2025.`,
  (c) => `Rapat pada ${two(between(1, 28, c))}-${two(between(1, 12, c))}-2026 pukul 08.30 sampai 11.00 WIB.`,
  (c) => `Nomor telepon kantor (02${between(1, 9, c)}) ${digits(7, c)} setiap hari kerja.`,
  (c) => `Tulis ke ${pick(['info', 'humas', 'ppid', 'pengaduan'], c)}@mekarsari.example bila ada pertanyaan.`,
  (c) => `Ibu ${pick(['Hamil', 'Menyusui', 'Kota'], c)} menjadi sasaran program ${pick(office, c)}.`,
  (c) => `Bapak ${pick(['Bupati', 'Camat', 'Ketua DPRD', 'Kepala Dinas'], c)} membuka acara.`,
  (c) => `Jumlah kasus ${pick(illness, c)} turun ${between(2, 20, c)} persen di ${pick(office, c)}.`,
  (c) => `Program penanganan ${pick(illness, c)} menjangkau ${between(3, 18, c)} desa.`,
  (c) => `Jembatan di ${point(c)} selesai ${between(60, 99, c)} persen.`,
  (c) => `Barang inventaris 3.05.01.04.0${digits(2, c)} nomor seri ${pick(['A', 'K'], c)}${digits(7, c)}.`,
  (c) => `SP2D ${digits(5, c)}/LS/2026 dan nomor resi JX${digits(10, c)}.`,
  (c) => `ISBN 978-602-${digits(4, c)}-${digits(2, c)}-${digits(1, c)}, cetakan kedua.`,
  // places and hospitals named for someone
  (c) => `Pertemuan di Jalan Ibu ${pick(['Inggit', 'Kartini'], c)} nomor ${between(1, 90, c)}.`,
  (c) => `Populasi ${between(2, 9, c)}.${digits(3, c)} jiwa, ${between(1, 9, c)}.${digits(3, c)} keluarga.`,
]

function marks(template: string): Sample {
  const marked: Sample['marked'] = []
  let text = ''
  let at = 0
  for (const match of template.matchAll(/\{([a-z-]+):([^}]*)\}/g)) {
    text += template.slice(at, match.index)
    marked.push({ kind: match[1] as Kind, start: text.length, end: text.length + match[2]!.length })
    text += match[2]
    at = match.index + match[0].length
  }
  return { text: text + template.slice(at), marked }
}
