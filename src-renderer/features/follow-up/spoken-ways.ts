import { WAYS } from '#core/case-file/codes.ts'

/** How people reach each other; `system` is what imports and notes carry. */
export const SPOKEN_WAYS = WAYS.filter((way) => way !== 'system')
