/** Columns of a ProgrammeHead. */
export const headColumns = [
  'id',
  'slug',
  'name',
  'name_en',
  'lang',
  'owner_id',
  'status',
  'class',
  'example',
  'evaluate_at',
  'evaluate_days',
  'version',
] as const
