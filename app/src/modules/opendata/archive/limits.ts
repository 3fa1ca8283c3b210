/** How long an archive is offered. */
export const keptDays = 7
export const archivePageSize = 25
