import type { OrganisationKey } from './cast.ts'
import type { PlannedCommitment } from './commitments.ts'

type Outcome = NonNullable<PlannedCommitment['assessed']>[1]

/** Promises of the two quarters before the last, which were kept less often; each is assessed a week after its date. */
export const earlierCommitments: PlannedCommitment[] = [
  e('bappeda', 'Menetapkan desa prioritas', 'Decide the priority villages', 47, 'desa', 110, 'complete'),
  e('dinkes', 'Menimbang balita serentak', 'Weigh young children on one day', 9_400, 'balita', 114, 'substantial'),
  e('dppkb', 'Mendata calon pengantin', 'List couples about to marry', 1_150, 'pasangan', 118, 'limited'),
  e('dinsos', 'Mencocokkan penerima bantuan', 'Compare lists of people assisted', 9_800, 'keluarga', 124, 'limited'),
  e('pupr', 'Memeriksa sumber air desa', 'Inspect village water sources', 47, 'desa', 128, 'complete'),
  e('kominfo', 'Membuka akses jaringan puskesmas', 'Connect health centres', 21, 'puskesmas', 134, 'not-started'),
  e('dikbud', 'Melatih guru PAUD', 'Train early-childhood teachers', 160, 'guru', 140, 'complete'),
  e('kemenag', 'Melatih penyuluh agama', 'Train religious counsellors', 36, 'penyuluh', 146, 'limited'),
  e('yayasan', 'Membuka kelas pengasuhan', 'Open parenting classes', 20, 'desa', 152, 'complete'),
  e('universitas', 'Menyusun panduan ukur', 'Write the measuring guide', 1, 'panduan', 160, 'limited'),
  e('dinkes', 'Membagikan makanan tambahan', 'Hand out supplementary food', 2_300, 'balita', 170, 'not-started'),
  e('dinkes', 'Memeriksa ibu hamil di desa', 'Check pregnant women in villages', 1_900, 'ibu', 202, 'complete'),
  e('dppkb', 'Mengunjungi keluarga berisiko', 'Visit families at risk', 6_200, 'keluarga', 206, 'substantial'),
  e('dinsos', 'Menyalurkan bantuan pangan tahap satu', 'First round of food aid', 3_200, 'keluarga', 212, 'complete'),
  e('pupr', 'Memperbaiki jaringan pipa', 'Repair the water pipes', 14, 'km', 218, 'limited'),
  e('kominfo', 'Menguji daftar bersama', 'Test the shared list', 3, 'instansi', 224, 'limited'),
  e('dikbud', 'Menyebarkan modul pengasuhan', 'Distribute parenting modules', 800, 'buku', 228, 'complete'),
  e('kemenag', 'Membimbing calon pengantin', 'Guide couples about to marry', 420, 'pasangan', 234, 'complete'),
  e('yayasan', 'Menambah kelas pengasuhan', 'Add parenting classes', 13, 'desa', 240, 'substantial'),
  e('universitas', 'Mengukur ulang balita contoh', 'Measure a sample again', 600, 'balita', 244, 'limited'),
  e('bappeda', 'Mengumumkan anggaran program', 'Publish the programme budget', 1, 'dokumen', 250, 'complete'),
  e('dinkes', 'Melengkapi imunisasi', 'Complete immunisations', 1_700, 'anak', 256, 'not-started'),
  e('dppkb', 'Mencetak buku pantau', 'Print family record books', 3_000, 'buku', 262, 'limited'),
]

function e(
  by: OrganisationKey,
  what: string,
  en: string,
  amount: number,
  unit: string,
  due: number,
  outcome: Outcome,
): PlannedCommitment {
  return { by, what, en, amount, unit, due, assessed: [due + 7, outcome] }
}
