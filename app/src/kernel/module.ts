import type { Site } from './web/request.ts'

/** A room of the house, as app.ts sees it. */
export type Module = { name: string; routes?(site: Site): void }
