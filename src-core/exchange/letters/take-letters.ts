/**
 * 收文: letters that came in a bundle, as drafts of the same batch. What a letter does on its case is the same on every PC
 * that takes it in. One that does not fit its sender (an order from below, an answer to somebody else's order) is kept and
 * does nothing.
 */
import { checked, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import type { Draft } from '#core/kernel/command.ts'
import { ok } from '#core/lib/result.ts'
import { moment, words, z } from '#core/lib/schema.ts'
import type { LetterFields } from '#core/peer/fields.ts'
import { nameIn, ownHouse, wayTo } from '#core/peer/houses.ts'
import { LETTER_ID } from '#core/peer/letter-bodies.ts'
import { actsOfLetter, isLetterKind, letterDraft } from '#core/peer/letter-acts.ts'
import type { Letter, Manifest } from '../bundle/manifest.ts'

type From = { readonly from: Pick<Manifest['from'], 'house'>; readonly to: Pick<Manifest['to'], 'house'> }

/**
 * None for letters that are known, or in a bundle for another house (a PC of the sending one reads its own file). A case that
 * is not here yet gets its acts all the same: they wait for it. One on its way to a third house is kept to be passed on, and
 * does nothing here; its route was checked with the bundle (route.ts).
 */
export function draftsOfLetters(
  reading: Pick<Reading, 'read' | 'ids' | 'exists'>,
  letters: readonly Letter[],
  { from, to }: From,
  _asked: Asked,
): readonly Draft[] {
  if (to.house !== ownHouse(reading)) return []
  const seen = new Set<string>()
  return letters.flatMap((letter) => {
    if (seen.has(letter.id) || reading.exists(letter.id) || !LETTER_ID.safeParse(letter.id).success) return []
    seen.add(letter.id)
    const { route } = letter
    if (route && route.to !== to.house) {
      const kept = letterDraft(letter, { direction: 'through', peer: route.to, by: '' })
      return [{ ...kept, kind: 'letter-passing', fields: { ...kept.fields, route } }]
    }
    const peer = route?.from ?? from.house
    const said = route ? letter : inItsName(letter, nameIn(reading, peer))
    const arrived = letterDraft(said, { direction: 'in', peer, by: '' })
    return mayAct(reading, said, { peer, by: from.house }, letters) ? [arrived, ...actsOfLetter(said)] : [arrived]
  })
}

/** Without a route nobody but the bundle's sender has signed it: a 街道 that takes the route off the 区's order speaks for itself. */
const inItsName = (letter: Letter, name: string): Letter =>
  name !== '' && typeof letter.body['from'] === 'string' ? { ...letter, body: { ...letter.body, from: name } } : letter

const FROM_ABOVE: ReadonlySet<string> = new Set(['supervision-order', 'order-ruling', 'transfer-result'])

/** `peer`: who wrote it; `by`: whose bundle brought it. A house that this bundle is the first to speak of is on the same side. */
function mayAct(
  reading: Pick<Reading, 'read'>,
  letter: Letter,
  { peer: house, by }: { readonly peer: string; readonly by: string },
  beside: readonly Letter[],
): boolean {
  const way = wayTo(reading, by)
  if (!way || !isLetterKind(letter.kind)) return false
  if ((way.side === 'upper') !== FROM_ABOVE.has(letter.kind)) return false
  if (!letter.answers) return letter.kind === 'supervision-order' || letter.kind === 'transfer'
  const asked =
    (reading.read(letter.answers) as LetterFields | null) ?? beside.find(({ id }) => id === letter.answers) ?? null
  // Not known on this PC: a colleague's answer that has not come over yet. Ids cannot be guessed.
  if (!asked) return true
  return (!('peer' in asked) || asked.peer === house) && (asked.case ?? '') === (letter.case ?? '')
}

export const TAKE_LETTERS = z.object({
  /** uuid of the house that wrote them. */
  from: words(80),
  letters: z
    .array(
      z.object({
        id: LETTER_ID,
        kind: words(80),
        at: moment,
        answers: LETTER_ID.optional(),
        case: words(120).optional(),
        body: z.record(z.string(), z.unknown()),
        route: z.object({ from: words(80), to: words(80), pc: words(16), sig: words(86) }).optional(),
      }),
    )
    .max(4_000),
})
export type TakeLetters = z.infer<typeof TAKE_LETTERS>

/** The same as a command: for letters that came another way than in a bundle of the import. */
export function takeLetters(reading: Reading, input: TakeLetters, asked: Asked): Decision {
  const form = checked(TAKE_LETTERS, input)
  if (!form.ok) return form
  const to = { house: ownHouse(reading) }
  const drafts = draftsOfLetters(
    reading,
    form.value.letters.map(plain),
    { from: { house: form.value.from }, to },
    asked,
  )
  return drafts.length === 0 ? { ok: false, error: { code: 'nothing-changed' } } : ok(drafts)
}

const plain = ({ answers, case: about, route, ...letter }: TakeLetters['letters'][number]): Letter => ({
  ...letter,
  ...(route && { route }),
  ...(answers && { answers }),
  ...(about && { case: about }),
})
