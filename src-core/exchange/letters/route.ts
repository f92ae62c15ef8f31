/**
 * Letters between houses that do not exchange files with each other: 区 → 街道 → 社区 and back. The one between passes them on as
 * they are, and can hold one back, never change or invent one: the PC that wrote it signs, over the text
 *
 *   linwu-letter-1\n{"answers":…,"at":…,"body":{…},"case":…,"id":…,"kind":…,"route":{"from":…,"pc":…,"to":…}}\n
 *
 * as JSON with sorted keys. Only what is said of orders goes this way: a 个案转报 carries a resident's data, and goes to the office
 * above alone, which refers it further itself. The office between reads what it passes on, as it reads the case.
 */
import { isSigned, type Signer } from '#core/keys/identity.ts'
import { fromBase64url, toBase64url, utf8 } from '#core/lib/bytes.ts'
import type { LetterRoute } from '#core/peer/fields.ts'
import type { Letter, Manifest } from '../bundle/manifest.ts'
import { sortedJson } from '../trust/statements.ts'
import type { Trust } from '../trust/trust.ts'

/** To add one: here, and see that no field of a resident can stand in it. */
const GOES_THROUGH: ReadonlySet<string> = new Set(['supervision-order', 'supervision-answer', 'order-ruling'])

const PC = /^[0-9a-f]{16}$/

function letterText({ id, kind, at, answers, case: about, body }: Letter, { from, to, pc }: LetterRoute): Uint8Array {
  const said = { id, kind, at, answers, case: about, body, route: { from, to, pc } }
  return utf8(`linwu-letter-1\n${sortedJson(said)}\n`)
}

/**
 * What leaves: our own ones signed by this PC, and those of others as they came. Left back is what the reader could not check,
 * because no word of our root for the house above is written down yet.
 */
export function sealRoutes(
  letters: readonly Letter[],
  { trust, signer }: { readonly trust: Pick<Trust, 'house' | 'isAbove' | 'isBelow'>; readonly signer: Signer & { readonly pc: string } }, // prettier-ignore
): readonly Letter[] {
  return letters.flatMap((letter) => {
    const { route } = letter
    if (!route) return [letter]
    if (!GOES_THROUGH.has(letter.kind)) return []
    if (route.from !== trust.house) return trust.isAbove(route.from) || trust.isBelow(route.from) ? [letter] : []
    const signed = { from: route.from, to: route.to, pc: signer.pc, sig: '' }
    return [{ ...letter, route: { ...signed, sig: toBase64url(signer.sign(letterText(letter, signed))) } }]
  })
}

/** PCs whose grants the reader needs. */
export const pcsOfRoutes = (letters: readonly Letter[]): readonly string[] =>
  letters.flatMap(({ route }) => (route ? [route.pc] : []))

/**
 * 'unknown-pc': no grant of the signing PC is known, here or in the bundle. 'not-admitted': it says that it comes from, or goes
 * to, where this bundle's sender has nothing to pass on, or its signature is of somebody else.
 */
export function checkRoutes(
  trust: Pick<Trust, 'house' | 'houses' | 'houseOf' | 'keyOf' | 'isBeyond'>,
  letters: readonly Letter[],
  { from }: Pick<Manifest, 'from'>,
): 'unknown-pc' | 'not-admitted' | null {
  const sender = trust.houses.get(from.house)?.kind
  for (const letter of letters) {
    const { route } = letter
    if (!route || from.house === trust.house) continue
    const key = PC.test(route.pc) ? trust.keyOf(route.pc) : null
    if (key === null) return 'unknown-pc'
    const sig = fromBase64url(route.sig)
    const isTheirs =
      trust.houseOf(route.pc) === route.from && sig !== null && isSigned(letterText(letter, route), sig, key)
    const [source, target] = [trust.houses.get(route.from)?.kind, trust.houses.get(route.to)?.kind]
    const onwards = sender === 'upper' ? 'below' : 'upper'
    const isOnItsWay = source === sender && (route.to === trust.house || target === onwards)
    if (!isTheirs || !isOnItsWay || !GOES_THROUGH.has(letter.kind)) return 'not-admitted'
  }
  return null
}
