import { enrolledCode } from './authenticator.ts'
import type { Area } from './stage.ts'

export const accountsArea: Area = {
  pages: {
    '/invitations/:token': 'a link that came by mail',
    '/resets/:token': 'a link that came by mail',
    '/sign-in/second': 'a password that was right, and a second factor',
    '/work/proof': 'a sensitive act, long after the last proof',
    '/work/factors/totp': 'a key for an authenticator app, made by a button',
    '/work/operator/:follower/:number/retry': 'a follower that failed',
  },
  async play(stage) {
    const operator = await stage.person('operator')
    const invited = { name: 'Sekar Ayunda', email: 'sekar@mekarsari.example', lang: 'id' }
    await operator.refused('/work/invitations', { ...invited, email: 'sekar' })
    await operator.act('/work/invitations', {
      ...invited,
      organisationId: 'Dinas Sosial Mekarsari',
      post: 'Analis Perlindungan Sosial',
    })
    const guest = await stage.visitor()
    await guest.open('/sign-in/reset')
    await guest.send({ email: 'hendra@mekarsari.example' })
    await guest.open('/dev/mailbox')
    const mailed = ['invitations', 'resets'].map((kind) => guest.page.locator(`a[href^="/${kind}/"]`).first())
    const links = await Promise.all(mailed.map((link) => link.getAttribute('href')))
    for (const link of links) await guest.look(new URL(link!, stage.house.origin).pathname)
    const { pool } = stage.house.db.admin
    await pool.query('select mufakat.number_events(10000)')
    // Only a fault of ours leaves one behind.
    await pool.query(
      `insert into follower_failures (follower, number, error, failed_at, dead_at)
       values ('mail-invitations', 1, 'Error: connect ECONNREFUSED 10.20.30.40:587', $1, $1)`,
      [stage.now()],
    )
    await operator.look('/work/operator/mail-invitations/1/retry')
    await operator.act('/work/operator/mail-invitations/1/retry', {})

    const officer = await stage.person('tono')
    await officer.open('/work/factors')
    await officer.press('/work/factors/totp/key')
    await officer.look('/work/factors/totp')
    await officer.send({ code: await enrolledCode(officer.page, stage.now()) })
    await officer.look('/work/proof')
    const again = await stage.visitor()
    await again.open('/sign-in')
    await again.send(stage.signInOf('tono'))
    await again.look('/sign-in/second')
  },
}
