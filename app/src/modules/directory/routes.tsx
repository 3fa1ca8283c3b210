import type { Site } from '#kernel/web/request.ts'
import type { DirectoryExtensions } from './extensions.ts'
import { importRoutes } from './import-routes.tsx'
import { oneOrganisationRoutes, organisationRoutes } from './organisation-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { territoryRoutes } from './territory-routes.tsx'

export function directoryRoutes(site: Site, extensions: DirectoryExtensions): void {
  organisationRoutes(site, extensions)
  importRoutes(site)
  oneOrganisationRoutes(site, extensions)
  peopleRoutes(site, extensions)
  territoryRoutes(site)
}
