import type { Words } from '#ui/language.ts'

/** To the requester: number, what happened, a day; nothing about them and none of their words. */
export const mailId = {
  mail: {
    received: {
      subject: (code: string) => `Permintaan informasi ${code} kami terima`,
      text: (day: string) => `Permintaan Anda sudah kami terima. Jawaban paling lambat ${day}.`,
    },
    extended: {
      subject: (code: string) => `Tenggat permintaan informasi ${code} diperpanjang`,
      text: (day: string) =>
        `Jawaban memerlukan waktu lebih, paling lambat ${day}. Alasannya dapat dibaca di tautan ini.`,
    },
    paused: {
      subject: (code: string) => `PPID bertanya tentang permintaan informasi ${code}`,
      text: (_day: string) => 'PPID memerlukan kejelasan. Hitungan hari berhenti sampai Anda menjawab di tautan ini.',
    },
    forwarded: {
      subject: (code: string) => `Permintaan informasi ${code} diteruskan`,
      text: (_day: string) =>
        'Informasi ini dikuasai badan publik lain. Ke mana dan cara menghubunginya ada di tautan ini.',
    },
    answered: {
      subject: (code: string) => `Permintaan informasi ${code} dijawab`,
      text: (_day: string) =>
        'Jawabannya dapat dibaca di tautan ini. Bila tidak setuju, Anda dapat mengajukan keberatan di sana.',
    },
    objected: {
      subject: (code: string) => `Keberatan atas ${code} kami terima`,
      text: (day: string) => `Atasan PPID memutusnya paling lambat ${day}.`,
    },
    reconsidered: {
      subject: (code: string) => `Keberatan atas ${code} diputus`,
      text: (_day: string) => 'Putusan atasan PPID dapat dibaca di tautan ini.',
    },
    greeting: 'Dengan hormat,',
    secret: 'Tautan ini rahasia: siapa pun yang memilikinya dapat bertindak sebagai pemohon. Jangan diteruskan.',
    staff: {
      received: (code: string) => `Permintaan informasi ${code} masuk`,
      resumed: (code: string) => `Pemohon ${code} menjawab pertanyaan`,
      handed: (code: string) => `PPID meminta bahan untuk permintaan informasi ${code}`,
      returned: (code: string) => `Bahan untuk permintaan informasi ${code} diserahkan`,
      objected: (code: string) => `Keberatan atas jawaban ${code} menunggu putusan Anda`,
      reconsidered: (code: string) => `Keberatan atas jawaban ${code} diputus`,
      text: 'Buka permintaan ini:',
    },
  },
}

export const mailEn: Words<typeof mailId> = {
  mail: {
    received: {
      subject: (code) => `We received your information request ${code}`,
      text: (day) => `Your request has come in. The answer comes by ${day}.`,
    },
    extended: {
      subject: (code) => `The deadline of information request ${code} was extended`,
      text: (day) => `The answer needs more time, until ${day}. The reason is at this link.`,
    },
    paused: {
      subject: (code) => `A question about information request ${code}`,
      text: (_day) =>
        'The information officer needs clarification. The days stop counting until you reply at this link.',
    },
    forwarded: {
      subject: (code) => `Information request ${code} was forwarded`,
      text: (_day) => 'Another public body holds this information. Which one and how to reach it is at this link.',
    },
    answered: {
      subject: (code) => `Information request ${code} was answered`,
      text: (_day) => 'The answer is at this link. If you do not agree, you can object there.',
    },
    objected: {
      subject: (code) => `We received your objection to ${code}`,
      text: (day) => `The superior of the information officer decides it by ${day}.`,
    },
    reconsidered: {
      subject: (code) => `Your objection to ${code} was decided`,
      text: (_day) => 'The superior’s decision is at this link.',
    },
    greeting: 'Dear requester,',
    secret: 'This link is secret: whoever has it can act as the requester. Do not pass it on.',
    staff: {
      received: (code) => `Information request ${code} came in`,
      resumed: (code) => `The requester of ${code} replied`,
      handed: (code) => `Material is asked of you for information request ${code}`,
      returned: (code) => `Material for information request ${code} was given`,
      objected: (code) => `An objection to the answer ${code} waits for your decision`,
      reconsidered: (code) => `The objection to the answer ${code} was decided`,
      text: 'Open this request:',
    },
  },
}
