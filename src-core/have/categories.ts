/** Which requests speak of which of the four: groups and leaves of the catalogue, by the beginning of their code. */
import { HAVES, type Have } from './codes.ts'

/** No code belongs to two of them (a test). To add one: in its have. */
export const HAVE_CATEGORIES: Readonly<Record<Have, readonly string[]>> = {
  security: ['L0103', 'L010102', 'L010103', 'L010203', 'L020302', 'L030104'],
  cleaning: ['L0401', 'L040201', 'L020304', 'L040302'],
  repair: ['L010201', 'L010202', 'L020106', 'L020301', 'L020303', 'L020305', 'L030202'],
  parking: ['L010104', 'L060201', 'L060202', 'L060203', 'L060204'],
}

export const haveOf = (category: string): Have | null =>
  HAVES.find((have) => HAVE_CATEGORIES[have].some((begin) => category.startsWith(begin))) ?? null
