import type { Site } from '#kernel/web/request.ts'
import { charterRoutes } from './routes/charter.tsx'
import { commitmentRoutes } from './routes/commitments.tsx'
import { homeRoutes } from './routes/home.tsx'
import { partyRoutes } from './routes/parties.tsx'
import { programmeFormRoutes, programmePageRoutes } from './routes/programme.tsx'
import { seatRoutes } from './routes/seats.tsx'
import type { ProgrammeExtensions } from './standing.ts'

/** Every page and operation of programmes; what higher modules add comes with `extensions`. */
export function programmeRoutes(site: Site, extensions: ProgrammeExtensions): void {
  homeRoutes(site, extensions)
  // Before /programmes/:slug, which would take "new" for an address.
  programmeFormRoutes(site)
  partyRoutes(site)
  seatRoutes(site)
  charterRoutes(site)
  commitmentRoutes(site, extensions)
  programmePageRoutes(site, extensions)
}
