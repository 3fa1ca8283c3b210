import { both, type Text } from '#kernel/reason.ts'
import type { SourceCode } from './entry.ts'

export const internal: Text = both('Ambang internal', 'Internal threshold')

/** What each source code stands for, as the public catalogue explains it. */
export const sources: Record<SourceCode, Text> = {
  RULE: both(
    'Aturan kami sendiri, ditampilkan sebagai “ambang internal” dan disetel ulang setelah dua triwulan.',
    'Our own rule, shown as “internal threshold” and calibrated after two quarters.',
  ),
  PEFA: both(
    'Kerangka penilaian pengelolaan keuangan publik PEFA: rentang selisih anggaran.',
    'PEFA framework for assessing public financial management: bands of budget variance.',
  ),
  IRM: both(
    'Skala penyelesaian komitmen dari Independent Reporting Mechanism, Open Government Partnership.',
    'Completion scale of the Independent Reporting Mechanism, Open Government Partnership.',
  ),
  KIP: both(
    'UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.',
    'Law 14/2008 on public information disclosure.',
  ),
  LAPOR: both(
    'Tenggat pengaduan SP4N-LAPOR!; satuannya (hari atau hari kerja) berbeda antarsumber, jadi dapat diatur.',
    'Complaint deadlines of SP4N-LAPOR!; sources differ on days or working days, so it can be configured.',
  ),
  LKE: both(
    'Lembar kerja evaluasi akuntabilitas kinerja instansi pemerintah (SAKIP).',
    'Evaluation sheet of government performance accountability (SAKIP).',
  ),
  BPK: both(
    'UU Nomor 15 Tahun 2004 Pasal 20 ayat (3): jawaban atas temuan paling lambat 60 hari.',
    'Law 15/2004 article 20(3): findings are answered within 60 days.',
  ),
  GAO: both(
    'Praktik kolaborasi dan tindak lanjut rekomendasi dari U.S. Government Accountability Office.',
    'Collaboration practices and recommendation follow-up of the U.S. Government Accountability Office.',
  ),
  IAP2: both(
    'Janji kepada publik pada tiap tingkat keterlibatan, International Association for Public Participation.',
    'Promise to the public at each level of engagement, International Association for Public Participation.',
  ),
  OECD: both(
    'Pedoman partisipasi warga OECD: keputusan tidak boleh diambil sebelum warga didengar.',
    'OECD guidelines on citizen participation: no decision before citizens were heard.',
  ),
  SDI: both(
    'Perpres Nomor 39 Tahun 2019 tentang Satu Data Indonesia.',
    'Presidential Regulation 39/2019 on One Data Indonesia.',
  ),
  COI: both(
    'Permen PANRB Nomor 17 Tahun 2024 tentang pengelolaan konflik kepentingan.',
    'Ministerial Regulation PANRB 17/2024 on managing conflicts of interest.',
  ),
  PDP: both('UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.', 'Law 27/2022 on personal data protection.'),
}
