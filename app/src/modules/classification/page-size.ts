/** Rows of the register on one page. */
export const pageSize = 25
