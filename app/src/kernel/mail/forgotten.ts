/** What becomes of everything personal in a mail. */
export const forgotten = {
  address: '',
  address_sealed: null,
  address_place: null,
  sealed_for: null,
  subject: '',
  body: '',
  calendar: null,
}
