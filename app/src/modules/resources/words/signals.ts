import type { Words } from '#ui/language.ts'

export const signalsId = {
  signals: {
    lines: 'pos anggaran',
    contracts: 'kontrak',
    noYear: 'Belum ada pos anggaran dari tahun anggaran yang sudah berakhir.',
    noContracts: 'Tidak ada kontrak yang ditandatangani dalam jangka hitung.',
    fewContracts: (count: string) => `Perlu sedikitnya ${count} kontrak dari satu pemesan, atau ${count} tender.`,
    oneSupplier: (all: string, requester: string, counted: string) =>
      `Dari [${all} kontrak] yang dipesan ${requester}, [${counted} dipegang satu penyedia].`,
    singleBids: (all: string, counted: string) => `Dari [${all} tender], [${counted} hanya punya satu penawar].`,
    amounts: (planned: string, realised: string) => `Rencana awal ${planned}, realisasi ${realised}`,
    bodies: (requester: string, supplier: string) => `${requester} · ${supplier}`,
    signed: (day: string, value: string, bids: string) => `Ditandatangani ${day}, ${value}, ${bids} penawar`,
    notes: {
      over: 'Lebih dari rencana awal',
      under: 'Kurang dari rencana awal',
      exact: 'Sama dengan rencana awal',
      'single-bid': 'Satu penawar',
    },
  },
}

export const signalsEn: Words<typeof signalsId> = {
  signals: {
    lines: 'budget lines',
    contracts: 'contracts',
    noYear: 'There are no budget lines of a fiscal year that is over.',
    noContracts: 'No contract was signed in the window.',
    fewContracts: (count) => `At least ${count} contracts of one requester are needed, or ${count} tenders.`,
    oneSupplier: (all, requester, counted) =>
      `Of [${all} contracts] asked for by ${requester}, [${counted} are held by one supplier].`,
    singleBids: (all, counted) => `Of [${all} tenders], [${counted} had a single bid].`,
    amounts: (planned, realised) => `First plan ${planned}, realised ${realised}`,
    bodies: (requester, supplier) => `${requester} · ${supplier}`,
    signed: (day, value, bids) => `Signed ${day}, ${value}, ${bids} bids`,
    notes: {
      over: 'More than the first plan',
      under: 'Less than the first plan',
      exact: 'As in the first plan',
      'single-bid': 'One bid',
    },
  },
}
