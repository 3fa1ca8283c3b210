import type { Text } from '#kernel/reason.ts'
import type { Words } from '#ui/language.ts'

const id = {
  law: 'Hak atas penghapusan dan pengecualiannya: UU 27/2022 tentang Pelindungan Data Pribadi (rujukan ini masih harus diperiksa bagian hukum).',
  states: {
    waiting: 'Menunggu putusan',
    granted: 'Sedang dihapus',
    refused: 'Ditolak, dibatasi',
    done: 'Sudah dihapus',
  },
  grounds: {
    archive: 'Wajib disimpan sebagai arsip',
    'law-enforcement': 'Diperlukan untuk penegakan hukum',
    'public-interest': 'Kepentingan umum dalam penyelenggaraan negara',
  },
  subjects: { person: 'Akun', 'information-request': 'Pemohon informasi' },
  askedAt: 'Diminta',
  due: 'Diputus paling lambat',
  left: (hours: string) => `tinggal ${hours} jam`,
  late: (hours: string) => `lewat ${hours} jam`,
  state: 'Keadaan',
  subject: 'Tentang',
  ground: 'Dasar penolakan',
  reason: 'Alasan',
  decidedAt: 'Diputus',
  erased: 'Nilai yang dikosongkan',
  own: {
    title: 'Hapus data saya',
    lead: 'Meminta agar akun Anda dan data pribadi di dalamnya dihapus untuk selamanya.',
    what: 'Yang dihapus: surel, kata sandi dan cara masuk lain, perangkat, surat, nama Anda, dan permintaan informasi yang sudah selesai dalam daftar Anda. Kuncinya dimusnahkan, sehingga salinan cadangan pun tidak dapat dibuka lagi.',
    stays: 'Yang tinggal: catatan jabatan. Perbuatan di bawah kursi atau jabatan adalah arsip dan tetap bernama.',
    clock:
      'PPID memutus dalam 3 × 24 jam. Putusannya dikirim sekali ke surel Anda; setelah itu alamatnya pun tidak disimpan. Setelah dihapus Anda tidak dapat masuk lagi. Unduh data Anda lebih dahulu.',
    data: 'Data saya',
    export: 'Unduh data saya',
    submit: 'Minta data saya dihapus',
    status: 'Permintaan Anda',
    limited:
      'Selama dasar itu ada, data Anda dibatasi: selain surat putusan tidak ada kabar yang dikirim, dan nama Anda tidak ditunjukkan kepada orang lain.',
  },
  ofRequest: {
    title: 'Hapus data pemohon',
    lead: (code: string) =>
      `Meminta agar identitas Anda dan semua yang ditulis tentang permintaan ${code} dihapus untuk selamanya.`,
    what: 'Yang dihapus: nama, nomor identitas, alamat, surel, telepon, dan semua tulisan. Kuncinya dimusnahkan, sehingga salinan cadangan pun tidak dapat dibuka lagi.',
    stays: 'Yang tinggal di register: nomor, hari, putusan, dan kata-kata PPID tanpa data pribadi.',
    clock:
      'PPID memutus dalam 3 × 24 jam. Putusannya terlihat di halaman ini dan dikirim sekali ke surel yang Anda berikan.',
    submit: 'Minta data saya dihapus',
    limited:
      'Selama dasar itu ada, data Anda dibatasi: hanya PPID dan Anda yang dapat membacanya, dan selain surat putusan tidak ada surat yang dikirim.',
    link: 'Hapus data saya',
  },
  letter: {
    subject: 'Putusan atas permintaan penghapusan data',
    greeting: 'Dengan hormat,',
    asked: (at: string) => `Pada ${at} Anda meminta agar data Anda dihapus.`,
    personErased:
      'Permintaan itu dikabulkan dan sudah dilaksanakan: akun Anda ditutup, data di dalamnya dikosongkan, dan kuncinya dimusnahkan. Catatan jabatan, bila ada, tetap disimpan sebagai arsip.',
    requesterErased:
      'Permintaan itu dikabulkan dan sudah dilaksanakan: identitas dan semua tulisan Anda dikosongkan, dan kuncinya dimusnahkan. Nomor, hari, dan putusan tetap ada di register:',
    refused: (ground: string) =>
      `Permintaan itu ditolak. Dasarnya: ${ground}. Data Anda disimpan, tetapi dibatasi: tidak dipakai dan tidak ditunjukkan kepada orang lain. Alasannya dapat dibaca di:`,
    objection:
      'Bila tidak setuju: minta lagi di halaman itu, misalnya bila dasarnya sudah tidak ada; sampaikan keberatan tertulis kepada atasan PPID; atau adukan kepada lembaga pelindungan data pribadi.',
    last: 'Surat ini dikirim sekali. Alamat yang dituju disegel dengan kunci tersendiri, yang dimusnahkan begitu surat ini terkirim.',
  },
  list: {
    title: 'Permintaan penghapusan data',
    lead: 'Diputus dalam 3 × 24 jam, malam dan hari libur ikut dihitung.',
    filter: 'Keadaan',
    waiting: 'Menunggu putusan',
    decided: 'Sudah diputus',
    none: 'Tidak ada permintaan',
    noneRule: 'Permintaan dari akun dan dari tautan rahasia pemohon akan tampil di sini.',
    all: 'Semua permintaan',
    number: 'Permintaan',
  },
  one: {
    title: 'Permintaan penghapusan data',
    name: 'Nama akun',
    request: 'Permintaan informasi',
    open: 'Buka permintaan informasi',
    next: 'Langkah berikutnya',
    decide: 'Putuskan',
  },
  decide: {
    title: 'Putuskan permintaan penghapusan',
    lead: 'Penghapusan tidak dapat dibatalkan. Catatan jabatan dan register publik tidak ikut terhapus.',
    outcome: 'Putusan',
    erase: 'Hapus',
    eraseHint: 'Kunci dimusnahkan, data dikosongkan di mana-mana, akun ditutup.',
    refuse: 'Tolak dan batasi',
    refuseHint: 'Hanya dengan dasar hukum. Data tetap disimpan, tetapi tidak dipakai dan tidak ditunjukkan.',
    ground: 'Dasar penolakan (jika ditolak)',
    groundHint: 'Pasal 15 UU 27/2022; periksa dengan bagian hukum.',
    reason: 'Alasan untuk yang meminta (jika ditolak)',
    submit: 'Simpan putusan',
  },
  problem: {
    ground: 'Pilih dasar hukum penolakan.',
    reason: 'Tulis alasannya bagi yang meminta.',
  },
  cancel: 'Batal',
  refusal: {
    inOffice: 'Anda masih memegang kursi, jabatan, atau peran. Minta penghapusan setelah tugas itu berakhir.',
    asked: 'Penghapusan sudah diminta.',
    notClosed: 'Permintaan ini belum selesai. Tunggu jawabannya atau cabut permintaannya dahulu.',
    notOfficer: 'Hanya PPID yang memutus permintaan penghapusan data.',
    decided: 'Permintaan ini sudah diputus.',
    ownData: 'Permintaan tentang diri sendiri diputus PPID lain.',
  },
  events: {
    'erasure.asked': 'Penghapusan data diminta',
    'erasure.granted': 'Penghapusan data dikabulkan',
    'erasure.refused': 'Penghapusan data ditolak, data dibatasi',
    'erasure.done': 'Data dihapus',
    'erasure.repeated': 'Data yang sudah dihapus dihapus lagi dari basis data yang dipulihkan',
  },
}

const en: Words<typeof id> = {
  law: 'Right to erasure and its exceptions: Law 27/2022 on Personal Data Protection (this reference is still to be checked by lawyers).',
  states: { waiting: 'Waiting for a decision', granted: 'Being erased', refused: 'Refused, limited', done: 'Erased' },
  grounds: {
    archive: 'Has to be kept as an archive',
    'law-enforcement': 'Needed for law enforcement',
    'public-interest': 'Public interest in running the state',
  },
  subjects: { person: 'Account', 'information-request': 'Requester of information' },
  askedAt: 'Asked',
  due: 'To be decided by',
  left: (hours) => `${hours} hours left`,
  late: (hours) => `${hours} hours late`,
  state: 'State',
  subject: 'About',
  ground: 'Ground of refusal',
  reason: 'Reason',
  decidedAt: 'Decided',
  erased: 'Values emptied',
  own: {
    title: 'Erase my data',
    lead: 'Asks that your account and the personal data in it be erased for good.',
    what: 'What is erased: e-mail, password and other ways to sign in, devices, letters, your name, and the information requests of your list that are over. Their keys are destroyed, so that no backup copy opens either.',
    stays: 'What stays: records of office. What was done under a seat or a post is an archive and keeps its name.',
    clock:
      'The information officer decides within 3 × 24 hours. The decision is sent to your e-mail address once; after that the address is not kept either. Once erased you cannot sign in again. Download your data first.',
    data: 'My data',
    export: 'Download my data',
    submit: 'Ask to erase my data',
    status: 'Your request',
    limited:
      'While that ground stands your data are limited: besides the letter with the decision no news are sent, and your name is not shown to others.',
  },
  ofRequest: {
    title: 'Erase the requester’s data',
    lead: (code) => `Asks that who you are and all that was written about request ${code} be erased for good.`,
    what: 'What is erased: name, identity number, address, e-mail, telephone, and every word written. The key is destroyed, so that no backup copy opens either.',
    stays: 'What stays in the register: number, days, decision, and the officer’s words without personal data.',
    clock:
      'The information officer decides within 3 × 24 hours. The outcome is shown on this page and sent once to the e-mail address that you gave.',
    submit: 'Ask to erase my data',
    limited:
      'While that ground stands your data are limited: only the information officer and you can read them, and no letters are sent besides the one with the decision.',
    link: 'Erase my data',
  },
  letter: {
    subject: 'Decision on your request for erasure',
    greeting: 'To whom it concerns,',
    asked: (at) => `On ${at} you asked that your data be erased.`,
    personErased:
      'Your request was granted and has been carried out: your account is closed, the data in it are emptied, and their key is destroyed. Records of office, if there are any, are kept as an archive.',
    requesterErased:
      'Your request was granted and has been carried out: who you are and all that you wrote is emptied, and the key is destroyed. Number, days and decision stay in the register:',
    refused: (ground) =>
      `Your request was refused. The ground: ${ground}. Your data are kept, but limited: neither used nor shown to others. The reason can be read at:`,
    objection:
      'If you do not agree: ask again on that page, for instance when the ground no longer stands; object in writing to the superior of the information officer; or complain to the authority for the protection of personal data.',
    last: 'This letter is sent once. The address it goes to is sealed under a key of its own, which is destroyed as soon as the letter is sent.',
  },
  list: {
    title: 'Requests for erasure',
    lead: 'Decided within 3 × 24 hours; nights and holidays count.',
    filter: 'State',
    waiting: 'Waiting for a decision',
    decided: 'Decided',
    none: 'No requests',
    noneRule: 'Requests from accounts and from secret links of requesters will be listed here.',
    all: 'All requests',
    number: 'Request',
  },
  one: {
    title: 'Request for erasure',
    name: 'Name of the account',
    request: 'Information request',
    open: 'Open the information request',
    next: 'Next step',
    decide: 'Decide',
  },
  decide: {
    title: 'Decide on the request for erasure',
    lead: 'Erasure cannot be undone. Records of office and the public register are not erased.',
    outcome: 'Decision',
    erase: 'Erase',
    eraseHint: 'The key is destroyed, the data are emptied everywhere, the account is closed.',
    refuse: 'Refuse and limit',
    refuseHint: 'Only on a ground of law. The data are kept, but neither used nor shown.',
    ground: 'Ground of refusal (if refused)',
    groundHint: 'Article 15 of Law 27/2022; check with the legal office.',
    reason: 'Reason for whoever asked (if refused)',
    submit: 'Save the decision',
  },
  problem: {
    ground: 'Choose the legal ground of the refusal.',
    reason: 'Write the reason for whoever asked.',
  },
  cancel: 'Cancel',
  refusal: {
    inOffice: 'You still hold a seat, post or role. Ask for erasure once that duty has ended.',
    asked: 'Erasure was asked for already.',
    notClosed: 'This request is not closed yet. Wait for the answer, or withdraw the request first.',
    notOfficer: 'Only the information officer decides on requests for erasure.',
    decided: 'This request was decided.',
    ownData: 'A request about oneself is decided by another information officer.',
  },
  events: {
    'erasure.asked': 'Erasure of data asked for',
    'erasure.granted': 'Erasure of data granted',
    'erasure.refused': 'Erasure of data refused, data limited',
    'erasure.done': 'Data erased',
    'erasure.repeated': 'Erased data erased again from a database that was put back',
  },
}

export const words = { id, en }

export const erasureEventNames: Record<string, Text> = Object.fromEntries(
  (Object.keys(id.events) as (keyof typeof id.events)[]).map((name): [string, Text] => [
    name,
    (lang) => words[lang].events[name],
  ]),
)
