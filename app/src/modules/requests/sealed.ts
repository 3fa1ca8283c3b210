import type { SubjectKey } from '#kernel/keys/subject-key.ts'

/** What a requester gives about themselves, as it is sealed under the request's own key. */
export type Identity = {
  name: string
  identity_number: string
  phone: string | null
  address: string
}
/** What was written in one act. */
export type Words = { body: string; links: string[] }

const whoPlace = (requestId: string) => `information_requesters/${requestId}/who`
/** Also of a mail to the requester: it carries the same ciphertext. */
export const emailPlace = (requestId: string) => `information_requesters/${requestId}/email`
const wordsPlace = (textId: string) => `information_request_texts/${textId}/words`

export function sealWho(key: SubjectKey, who: Identity & { email: string | null }) {
  const { email, ...rest } = who
  return {
    sealed: key.seal(whoPlace(key.subject), rest),
    email_sealed: email === null ? null : key.seal(emailPlace(key.subject), email),
  }
}

type SealedWho = { sealed: Buffer | null; email_sealed: Buffer | null }

/** Undefined once it was erased. */
export function openWho(key: SubjectKey | undefined, { sealed, email_sealed }: SealedWho) {
  const who = key && sealed ? key.open<Identity>(whoPlace(key.subject), sealed) : undefined
  if (!key || !who) return undefined
  const email = email_sealed ? key.open<string>(emailPlace(key.subject), email_sealed) : undefined
  return { ...who, email: email ?? null }
}

export function sealWords(key: SubjectKey, textId: string, words: Words): Buffer {
  return key.seal(wordsPlace(textId), words)
}

export function openWords(key: SubjectKey | undefined, textId: string, sealed: Buffer | null): Words | undefined {
  return key && sealed ? key.open<Words>(wordsPlace(textId), sealed) : undefined
}
