import type { ModelRow, PolicyRow } from '#app/services/desk-types.ts'

/** What one of the two lists shows. */
export type Cards =
  { readonly kind: 'models'; readonly rows: readonly ModelRow[] } | { readonly kind: 'policies'; readonly rows: readonly PolicyRow[] } // prettier-ignore
