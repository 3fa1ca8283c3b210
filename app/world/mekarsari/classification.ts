import type { Deps } from '#kernel/web/request.ts'
import { expireClassifications } from '#modules/classification/expiry.ts'
import { classifyRecord } from '#modules/classification/operations/classify-record.ts'
import { confirmClassification } from '#modules/classification/operations/confirm-classification.ts'
import { openInPart } from '#modules/classification/operations/open-in-part.ts'
import { planTask } from '#modules/tasks/operations/plan-task.ts'
import type { OrganisationKey, PersonKey } from './cast.ts'
import type { Step, World } from './world.ts'

/** Three tasks withheld on different grounds, one of them due for review and one open in part; a fourth opened by itself. */
export function classificationSteps(deps: Deps): Step[] {
  return [
    { day: 150, tell: withholdPrices },
    { day: 170, tell: withholdFamilies },
    { day: 200, tell: withholdComplaint },
    { day: 230, tell: withholdNetwork },
    {
      day: 262,
      tell: ({ teller }) => expireClassifications(deps, teller.now()).then(() => {}),
    },
  ]
}

type Restricted = { title: string; titleEn: string; accountable: OrganisationKey; due: number }

/** Planned as restricted, so that nobody else reads its title before the decision says why. */
async function planRestricted({ teller, slug, organisations, people }: World, task: Restricted): Promise<string> {
  const { task: id } = await teller.act(people.rina, planTask, {
    programme: slug,
    kind: 'activity',
    title: task.title,
    titleEn: task.titleEn,
    accountable: organisations[task.accountable],
    due: teller.dateOf(task.due),
    class: 'restricted',
  })
  return id
}

const appealTo = 'atasan PPID Kabupaten Mekarsari'

async function withholdPrices(world: World): Promise<void> {
  const { teller, slug, people } = world
  const record = await planRestricted(world, {
    title: 'Susun perkiraan harga alat ukur panjang badan',
    titleEn: 'Estimate the price of length boards',
    accountable: 'dinkes',
    due: 385,
  })
  await teller.act(people.kepalaDinkes, classifyRecord, {
    slug,
    record,
    class: 'restricted',
    ground: '17b',
    label: 'Perkiraan harga pengadaan alat ukur panjang badan',
    information: 'Rincian perkiraan harga sebelum penawaran ditutup.',
    harm: 'Peserta lelang yang mengetahuinya lebih dulu diuntungkan.',
    weighing: 'Persaingan yang sehat memberi harga yang lebih baik; sesudah lelang selesai tidak ada lagi alasannya.',
    staysOpen: 'Jumlah alat, jadwal lelang, dan pagu anggaran.',
    appealTo,
    expiresOn: teller.calendarDate(258),
    reviewOn: teller.calendarDate(240),
  })
}

async function withholdFamilies(world: World): Promise<void> {
  const { teller, slug, people } = world
  const record = await planRestricted(world, {
    title: 'Perbarui daftar keluarga berisiko menurut nama dan alamat',
    titleEn: 'Update the list of families at risk by name and address',
    accountable: 'dinkes',
    due: 400,
  })
  await teller.act(people.ppid, classifyRecord, {
    slug,
    record,
    class: 'restricted',
    ground: '17h',
    label: 'Daftar 964 keluarga berisiko, menurut nama dan alamat (31 halaman)',
    information: 'Nama, alamat, dan riwayat kesehatan keluarga.',
    harm: 'Riwayat kesehatan ibu dan anak dapat dikenali orang lain.',
    weighing: 'Jumlah per desa sudah cukup untuk mengawasi program; nama keluarga tidak menambah pengawasan.',
    staysOpen: 'Jumlah keluarga per desa dan cara menghitungnya.',
    appealTo,
    endsWhen: 'consent',
    reviewOn: teller.calendarDate(360),
  })
}

async function withholdComplaint(world: World): Promise<void> {
  const { teller, slug, people } = world
  const record = await planRestricted(world, {
    title: 'Telaah pengaduan penyaluran bantuan di satu kecamatan',
    titleEn: 'Look into a complaint about aid in one district',
    accountable: 'dinsos',
    due: 420,
  })
  const { id } = await teller.act(people.kepalaDinsos, classifyRecord, {
    slug,
    record,
    class: 'restricted',
    ground: '17a',
    label: 'Telaah satu pengaduan penyaluran bantuan',
    information: 'Siapa yang melapor dan langkah pemeriksaan berikutnya.',
    harm: 'Pelapor dapat ditekan dan bukti dapat dihilangkan.',
    weighing: 'Temuan dan perbaikannya dibuka; hanya yang membahayakan pelapor yang ditutup selama pemeriksaan.',
    staysOpen: 'Ringkasan pengaduan yang bagiannya dihitamkan.',
    appealTo,
    expiresOn: teller.calendarDate(545),
    reviewOn: teller.calendarDate(440),
  })
  await openComplaint(world, 'kepalaDinsos', id)
}

async function openComplaint({ teller, slug, people }: World, by: PersonKey, id: string): Promise<void> {
  await teller.act(people[by], openInPart, {
    slug,
    id,
    title: 'Ringkasan pengaduan penyaluran bantuan',
    text: [
      'Pengaduan diterima oleh Dinas Sosial dari [[a: seorang pendamping di desa itu (rekaan)]] pada minggu kedua bulan lalu.',
      'Menurut pengaduan, paket gizi dibagikan dua minggu lebih lambat dan sebagian keluarga tidak menerimanya.',
      'Langkah berikutnya: [[a: pemeriksaan mendadak di gudang (rekaan)]]. Hasilnya diumumkan sesudah pemeriksaan selesai.',
    ].join('\n\n'),
  })
}

async function withholdNetwork(world: World): Promise<void> {
  const { teller, slug, people } = world
  const record = await planRestricted(world, {
    title: 'Perkuat pengamanan jaringan data keluarga',
    titleEn: 'Harden the network that carries family data',
    accountable: 'kominfo',
    due: 430,
  })
  const { id } = await teller.act(people.kepalaKominfo, classifyRecord, {
    slug,
    record,
    class: 'secret',
    ground: '17c',
    label: 'Rancangan pengamanan jaringan data keluarga',
    information: 'Letak perangkat, celah yang ditemukan, dan cara menutupnya.',
    harm: 'Celah yang belum ditutup dapat dipakai untuk mencuri data keluarga.',
    weighing: 'Keamanan data warga lebih berat selama celahnya ada; sesudah ditutup ringkasannya dibuka.',
    staysOpen: 'Anggaran, penyedia, dan jadwal pekerjaan.',
    appealTo,
    expiresOn: teller.calendarDate(600),
    reviewOn: teller.calendarDate(480),
    thenClass: 'members',
  })
  await teller.act(people.ppid, confirmClassification, { slug, id })
}
