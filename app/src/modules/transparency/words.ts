import type { Words } from '#ui/language.ts'

const id = {
  section: {
    title: 'Bukti dari log publik',
    lead: 'Setiap peristiwa catatan ini masuk ke log publik yang tidak dapat diubah diam-diam, juga oleh pengelola.',
    link: 'Lihat dan unduh bukti catatan ini',
  },
  log: {
    title: 'Log publik',
    lead: 'Daftar semua peristiwa di sini, dikunci dengan sidik digital dan tanda tangan. Siapa pun dapat memeriksa sendiri bahwa tidak ada catatan terbit yang diubah atau dihapus diam-diam.',
    notStarted: 'Log publik belum dimulai.',
    notStartedRule: 'Log dimulai bersama peristiwa pertama sesudah sistem berjalan.',
    size: 'Peristiwa tercatat',
    published: 'Titik periksa terbaru',
    since: 'Dimulai',
    verify: 'Periksa sendiri',
    verifyLead:
      'Jangan percaya kepada kami: hitung ulang. Perkakas apa pun yang membaca C2SP tlog-tiles dapat dipakai.',
    verifyCommand: 'Periksa seluruh log: setiap entri, setiap ubin, akar, dan tanda tangan.',
    verifyProof: 'Periksa satu peristiwa: unduh bukti dan isi entrinya dari halaman catatan, lalu tanpa jaringan:',
    keep: 'Simpan titik periksa hari ini. Lain waktu, log harus masih diawali entri yang sama; bila tidak, log telah ditulis ulang.',
    technical: 'Nama, kunci, dan alamat berkas',
    origin: 'Nama log (origin)',
    key: 'Kunci publik (vkey)',
    root: 'Akar terbaru',
    files: 'Berkas',
    days: 'Titik periksa tiap hari',
    daysLead:
      'Titik periksa terakhir setiap hari. Saksi adalah pihak luar yang ikut menandatangani bahwa log hanya bertambah.',
    day: 'Hari',
    entries: 'Peristiwa',
    witnesses: 'Saksi',
    witnessed: (count: string, size: string) => `${count} saksi, sampai peristiwa ${size}`,
    unwitnessed: 'Belum ada saksi',
    inside: 'Isi sebuah entri',
    insideText: [
      'Entri menyebut hari, nama peristiwa, catatan yang terkena, dan keadaan barunya: tanda pengenal dan kode, tidak pernah teks atau nama orang.',
      'Siapa dan jam berapa hanya tersimpan sebagai sidik yang diacak. Sidik itu dapat dibuktikan kepada yang berhak, dan tidak dapat ditebak oleh siapa pun.',
      'Peristiwa dari catatan yang tidak terbuka tetap mendapat nomor, tetapi entrinya hanya berisi sidik: tidak tampak program, jenis, ataupun kelasnya.',
    ],
  },
  record: {
    title: 'Bukti dari log publik',
    lead: (count: string) => `${count} peristiwa catatan ini, yang terbaru lebih dulu.`,
    how: 'Setiap bukti dihitung ulang saat halaman ini dibuka: sidik entri dicocokkan dengan akar yang ditandatangani. Unduh bukti dan isi entri untuk memeriksanya dengan perkakas lain.',
    verdicts: {
      holds: 'Belum berubah sejak dicatat. Diperiksa saat halaman ini dibuka.',
      waiting: 'Menunggu giliran masuk log; muat ulang sebentar lagi.',
      fails: 'Catatan ini tidak cocok dengan log. Laporkan kepada pengelola dan Inspektorat, dan simpan halaman ini.',
    },
    closed: 'Belum berubah sejak dicatat. Di log hanya ada sidiknya, karena catatan ini tidak terbuka.',
    at: 'Terjadi',
    number: 'Nomor entri',
    of: (number: string, size: string) => `${number} dari ${size}`,
    fingerprint: 'Sidik entri',
    check: 'Periksa',
    proof: 'Unduh bukti',
    entry: 'Isi entri',
    disclosures: 'Siapa dan kapan, untuk dibuktikan',
  },
  signals: {
    notStarted: 'log publik belum dimulai pada hari itu',
    rows: 'hari',
    row: (day: string) => `Titik periksa ${day}`,
    size: (count: string) => `${count} peristiwa`,
    witnesses: (count: string) => `${count} saksi`,
    unwitnessed: 'tidak ada saksi dari luar',
    otherHistory: 'titik periksa tidak cocok dengan log sekarang',
  },
  operator: {
    signed: 'Ditandatangani sampai peristiwa',
    waiting: 'Peristiwa yang menunggu',
    stopped: 'Berhenti',
    refusals: {
      'no-identity': 'Log publik belum dimulai: jalankan ulang server.',
      'no-key':
        'Log publik berhenti: kunci tanda tangan (log-key) tidak ada di folder rahasia. Pulihkan folder itu dari cadangannya.',
      'other-key':
        'Log publik berhenti: kunci di folder rahasia (log-key) bukan kunci log ini. Pulihkan kunci yang benar.',
      'put-back':
        'Log publik berhenti: basis data ini lebih tua daripada yang terakhir ditandatangani, atau berasal dari riwayat lain. Tidak ada yang ditandatangani sampai basis data yang lebih baru dipulihkan.',
      'head-unreadable':
        'Log publik berhenti: log-head di folder rahasia tidak dapat dibaca. Pulihkan dari cadangannya.',
    },
  },
}
const en: Words<typeof id> = {
  section: {
    title: 'Proof from the public log',
    lead: 'Every event of this record enters a public log that nobody can change unseen, not even who runs it.',
    link: 'See and download the proof of this record',
  },
  log: {
    title: 'Public log',
    lead: 'A list of every event here, locked by digital fingerprints and a signature. Anybody can check that no published record was changed or deleted unseen.',
    notStarted: 'The public log has not begun.',
    notStartedRule: 'It begins with the first event after the system has started.',
    size: 'Events logged',
    published: 'Newest checkpoint',
    since: 'Begun',
    verify: 'Check it yourself',
    verifyLead: 'Do not trust us: recompute it. Any tool that reads C2SP tlog-tiles will do.',
    verifyCommand: 'Check the whole log: every entry, every tile, the root and the signature.',
    verifyProof:
      'Check one event: download its proof and its entry from the page of its record, then without a network:',
    keep: 'Keep today’s checkpoint. Another time the log must still begin with the same entries; if not, it was rewritten.',
    technical: 'Name, key and addresses of the files',
    origin: 'Name of the log (origin)',
    key: 'Public key (vkey)',
    root: 'Newest root',
    files: 'Files',
    days: 'Checkpoint of each day',
    daysLead: 'The last checkpoint of each day. Witnesses are outsiders who sign, too, that the log only grows.',
    day: 'Day',
    entries: 'Events',
    witnesses: 'Witnesses',
    witnessed: (count, size) => `${count} witnesses, up to event ${size}`,
    unwitnessed: 'No witness yet',
    inside: 'What an entry holds',
    insideText: [
      'An entry names the day, the event, the record it touches and its new state: ids and codes, never a text or a person’s name.',
      'Who and at what hour are kept as salted fingerprints. They can be proved to whoever is entitled, and guessed by nobody.',
      'An event of a record that is not public gets its number, too, but its entry holds fingerprints only: neither programme nor kind nor class can be seen.',
    ],
  },
  record: {
    title: 'Proof from the public log',
    lead: (count) => `${count} events of this record, the newest first.`,
    how: 'Each proof is computed anew when this page is opened: the fingerprint of the entry is compared with the signed root. Download proof and entry to check them with another tool.',
    verdicts: {
      holds: 'Unchanged since it was recorded. Checked when this page was opened.',
      waiting: 'Waits for its turn to enter the log; reload in a moment.',
      fails: 'This record does not match the log. Report it to the operator and the inspectorate, and keep this page.',
    },
    closed: 'Unchanged since it was recorded. The log holds only its fingerprint, because this record is not public.',
    at: 'Happened',
    number: 'Entry number',
    of: (number, size) => `${number} of ${size}`,
    fingerprint: 'Fingerprint of the entry',
    check: 'Check',
    proof: 'Download proof',
    entry: 'Entry',
    disclosures: 'Who and when, to be proved',
  },
  signals: {
    notStarted: 'the public log had not begun by that day',
    rows: 'days',
    row: (day) => `Checkpoint of ${day}`,
    size: (count) => `${count} events`,
    witnesses: (count) => `${count} witnesses`,
    unwitnessed: 'no witness from outside',
    otherHistory: 'the checkpoint does not match the log of today',
  },
  operator: {
    signed: 'Signed up to event',
    waiting: 'Events that wait',
    stopped: 'Stopped',
    refusals: {
      'no-identity': 'The public log has not begun: start the server again.',
      'no-key':
        'The public log has stopped: the signing key (log-key) is not in the secrets folder. Restore the folder from its backup.',
      'other-key':
        'The public log has stopped: the key in the secrets folder (log-key) is not the key of this log. Restore the right one.',
      'put-back':
        'The public log has stopped: this database is older than what was signed last, or of another history. Nothing is signed until a newer database is restored.',
      'head-unreadable':
        'The public log has stopped: log-head in the secrets folder cannot be read. Restore it from its backup.',
    },
  },
}
export const words = { id, en }
