import type { ProgrammeTemplate } from './template.ts'
import { activity, milestone, role, service } from './work.ts'

/** From the first day of an emergency to the plan of recovery. */
export const disaster: ProgrammeTemplate = {
  charter: {
    lang: 'id',
    purpose: 'Menyelamatkan warga, memenuhi kebutuhan dasar penyintas, dan menyiapkan pemulihan secara bersama.',
    purpose_en: 'Save lives, meet the basic needs of survivors and prepare recovery together.',
    mandate: 'Satu komando, satu data korban dan kebutuhan, dan satu daftar bantuan selama masa tanggap darurat.',
    mandate_en: 'One command, one record of victims and needs, and one list of aid during the emergency.',
    legal_basis: [{ title: 'Undang-Undang Nomor 24 Tahun 2007 tentang Penanggulangan Bencana', lang: 'id' }],
    decision_rule: 'lead-decides',
    quorum: 0.5,
    cadence_every: 1,
    cadence_unit: 'week',
    publishable: ['commitments', 'tasks', 'decisions', 'budgets', 'reports', 'data'],
    waiting_limit: 1,
    roles: [
      role('Koordinator', 'Coordinator'),
      role('Wakil koordinator', 'Deputy coordinator'),
      role('Penanggung jawab logistik', 'Logistics lead'),
      role('Penanggung jawab data korban dan kebutuhan', 'Lead for data on victims and needs'),
      role('Penghubung relawan', 'Volunteer liaison'),
    ],
    services: [
      service('evakuasi', 'Pencarian, pertolongan, dan evakuasi', 'Search, rescue and evacuation'),
      service('pengungsian', 'Tempat pengungsian', 'Shelter'),
      service('pangan', 'Dapur umum dan logistik pangan', 'Public kitchens and food'),
      service('kesehatan', 'Layanan kesehatan darurat', 'Emergency health care'),
      service('air-sanitasi', 'Air bersih dan sanitasi', 'Clean water and sanitation'),
      service('kelompok-rentan', 'Perlindungan kelompok rentan', 'Protection of vulnerable groups'),
    ],
  },
  work: [
    activity('Aktifkan pos komando', 'Activate the command post', { due: 1 }),
    activity('Kaji cepat korban, kerusakan, dan kebutuhan', 'Rapid assessment of victims, damage and needs', {
      due: 3,
    }),
    activity('Buka pengungsian dan dapur umum', 'Open shelters and public kitchens', {
      due: 2,
      service: 'pengungsian',
    }),
    activity('Satukan data korban dan penerima bantuan', 'Unify data on victims and recipients of aid', {
      from: 2,
      due: 7,
    }),
    activity('Umumkan daftar bantuan yang masuk dan tersalur', 'Publish aid received and delivered', {
      from: 3,
      due: 14,
    }),
    activity('Pulihkan jalan, listrik, dan air', 'Restore roads, power and water', {
      from: 2,
      due: 30,
      service: 'air-sanitasi',
    }),
    activity('Susun rencana rehabilitasi dan rekonstruksi', 'Plan rehabilitation and reconstruction', {
      from: 14,
      due: 60,
    }),
    milestone('process-change', 'Satu komando disepakati semua pihak', 'One command agreed by all parties', { due: 1 }),
    milestone('report', 'Hasil kaji cepat diumumkan', 'Rapid assessment published', { due: 4 }),
    milestone('delivery', 'Kebutuhan dasar semua pengungsi terpenuhi', 'Basic needs of all survivors met', { due: 7 }),
    milestone('delivery', 'Masa tanggap darurat berakhir', 'Emergency phase ends', { due: 14 }),
    milestone('product', 'Rencana pemulihan ditetapkan', 'Recovery plan adopted', { due: 60 }),
  ],
}
