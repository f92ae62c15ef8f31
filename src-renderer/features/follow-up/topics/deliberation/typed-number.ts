import { z } from '#core/lib/schema.ts'

/** '' of an empty box is no number at all, and never 0. */
export const typedNumber = <S extends z.core.SomeType>(schema: S) =>
  z.preprocess((typed) => (typed === '' || typed === null || typed === undefined ? undefined : Number(String(typed).trim())), schema) // prettier-ignore
