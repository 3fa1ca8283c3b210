import type { Words } from '#ui/language.ts'

export const rulesId = {
  refusal: {
    membersOnly: 'Hanya untuk mereka yang punya kursi dalam program ini.',
    partiesOnly: 'Hanya untuk mereka yang bertindak atas nama satu pihak; pengamat dan auditor tidak mencatat.',
    ownerOnly: 'Hanya instansi yang bertanggung jawab dan tim koordinasi yang mencatat di sini.',
    programmeEnded: 'Program ini sudah selesai atau dihentikan.',
    correctedBefore: 'Baris ini sudah diperbaiki. Perbaiki baris yang menggantikannya.',
  },
  problem: {
    otherParty: 'Pilih pihak yang Anda wakili',
    whichParty: 'Pilih instansi yang membelanjakan',
    noOrganisation: 'Tulis nama organisasi persis seperti di direktori; tambahkan ke direktori bila belum ada',
    otherTerritory: 'Pilih wilayah program ini',
    codeTaken: 'Kode ini sudah dipakai pos lain pada tahun itu',
    sameAmount: 'Tulis jumlah yang berbeda dari anggaran sekarang',
    future: 'Tanggal belanja tidak boleh setelah hari ini',
    otherLine: 'Baris ini bukan bagian dari pos ini',
  },
  nearNames: (names: string) => `Tidak ada organisasi dengan nama itu. Yang mirip: ${names}`,
  events: {
    'budget-line.planned': 'Pos anggaran dicatat',
    'budget-line.revised': 'Anggaran diubah',
    'budget-line.realised': 'Realisasi dicatat',
    'budget-line.corrected': 'Realisasi diperbaiki',
  },
}

export const rulesEn: Words<typeof rulesId> = {
  refusal: {
    membersOnly: 'Only for those with a seat in this programme.',
    partiesOnly: 'Only for those who act for a party; observers and auditors do not record.',
    ownerOnly: 'Only the agency that answers for it and the coordination team record here.',
    programmeEnded: 'This programme is finished or stopped.',
    correctedBefore: 'This row was corrected already. Correct the row that stands for it.',
  },
  problem: {
    otherParty: 'Choose a party that you act for',
    whichParty: 'Choose the agency that spends it',
    noOrganisation: 'Write the organisation’s name exactly as in the directory; add it there if it is missing',
    otherTerritory: 'Choose a territory of this programme',
    codeTaken: 'Another line of that year has this code',
    sameAmount: 'Write an amount other than the present budget',
    future: 'The day of spending must not be after today',
    otherLine: 'This row is no part of this line',
  },
  nearNames: (names) => `No organisation has that name. Near to it: ${names}`,
  events: {
    'budget-line.planned': 'Budget line recorded',
    'budget-line.revised': 'Budget revised',
    'budget-line.realised': 'Realisation recorded',
    'budget-line.corrected': 'Realisation corrected',
  },
}
