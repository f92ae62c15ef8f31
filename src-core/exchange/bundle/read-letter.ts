import { isMoment } from '#core/lib/time.ts'
import type { Letter } from './manifest.ts'
import { isRecord, parseJson } from './parse-json.ts'

const LETTER = /^letter:[0-9a-z-]{1,80}$/
const ENTITY = /^[a-z][a-z-]*:[0-9A-Za-z._-]{1,80}$/

/** `letters/<uuid>.json`: the name follows from the id. */
export const letterFile = (id: string): string => `letters/${id.slice('letter:'.length)}.json`

/** Null when it is no letter, or not the one its file name says. Its kind and body are for whoever takes it in. */
export function readLetter(name: string, bytes: Uint8Array): Letter | null {
  const letter = parseJson(bytes)
  if (letter === null) return null
  const { id, kind, at, answers, case: about, body, route } = letter
  const isLetter =
    typeof id === 'string' && LETTER.test(id) && letterFile(id) === name && typeof kind === 'string' && isRecord(body)
  const isDated = typeof at === 'string' && isMoment(at)
  const isAbout =
    (answers === undefined || (typeof answers === 'string' && LETTER.test(answers))) &&
    (about === undefined || (typeof about === 'string' && ENTITY.test(about)))
  return isLetter && isDated && isAbout && (route === undefined || isRoute(route))
    ? (letter as unknown as Letter)
    : null
}

const HOUSE = /^[0-9A-Za-z._-]{1,80}$/

/** Its form; who signed it is for whoever takes it in (exchange/letters/route.ts). */
const isRoute = (route: unknown): boolean =>
  isRecord(route) &&
  [route['from'], route['to'], route['pc']].every((one) => typeof one === 'string' && HOUSE.test(one)) &&
  typeof route['sig'] === 'string' &&
  /^[0-9A-Za-z_-]{86}$/.test(route['sig'])
