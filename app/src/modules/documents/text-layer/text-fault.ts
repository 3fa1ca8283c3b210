import type { Lang } from '#kernel/reason.ts'

/** Why no text could be taken out of a file; each with what to do instead. */
export type TextFaultCode = 'no-text' | 'too-long' | 'encrypted' | 'broken' | 'too-heavy' | 'office' | 'lost'

export class TextFault extends Error {
  readonly code: TextFaultCode
  constructor(code: TextFaultCode) {
    super(code)
    this.code = code
  }
}

const id: Record<TextFaultCode, string> = {
  'no-text':
    'PDF ini hasil pindaian: tidak ada huruf di dalamnya yang dapat dibaca. Kenali dahulu hurufnya (OCR), atau simpan halamannya sebagai gambar PNG dan lampirkan, lalu hitamkan gambarnya',
  'too-long':
    'Berkas ini lebih dari 200 halaman atau 100.000 huruf. Lampirkan bagian yang diminta sebagai berkas sendiri, lalu hitamkan berkas itu',
  encrypted: 'PDF ini berkata sandi. Lampirkan lagi tanpa kata sandi',
  broken: 'Susunan PDF ini rusak. Buka di komputer Anda, cetak menjadi PDF baru, lampirkan, lalu hitamkan yang baru',
  'too-heavy':
    'PDF ini terlalu berat untuk dibaca dengan aman. Cetak menjadi PDF baru, lampirkan, lalu hitamkan yang baru',
  lost: 'Berkas ini tidak ada di penyimpanan. Beri tahu pengelola instalasi; ia dapat memulihkannya dari cadangan',
  office: 'Dokumen Office dihitamkan sebagai PDF: simpan sebagai PDF, lampirkan, lalu hitamkan PDF-nya',
}
const en: Record<TextFaultCode, string> = {
  'no-text':
    'This PDF is a scan: it holds no letters that can be read. Recognise them first (OCR), or save its pages as PNG pictures, attach those and blacken them',
  'too-long':
    'This file has more than 200 pages or 100,000 characters. Attach the part that is asked for as a file of its own and blacken that',
  encrypted: 'This PDF has a password. Attach it again without one',
  broken:
    'The structure of this PDF is damaged. Open it on your computer, print it to a new PDF, attach and blacken that',
  'too-heavy': 'This PDF is too heavy to be read safely. Print it to a new PDF, attach it and blacken that one',
  lost: 'This file is not in storage. Tell the operator, who can restore it from a backup',
  office: 'Office documents are blackened as PDF: save as PDF, attach it, and blacken the PDF',
}
export const textFaultWords: Record<Lang, Record<TextFaultCode, string>> = { id, en }
