export const pageSize = 25
/** Of more records with the words asked for, the newest of these are ordered by how well they fit. */
export const mostFound = 1_000
