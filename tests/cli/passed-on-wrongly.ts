/** What the office between two houses could try with a file that it passes on: opened with its own keys, changed, packed and signed anew. */
import { packBundle, type BundleContent } from '#core/exchange/bundle/pack-bundle.ts'
import type { Letter } from '#core/exchange/bundle/manifest.ts'
import { unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import { sealRoutes } from '#core/exchange/letters/route.ts'
import { pcOfLog, writeEvent, type StoredEvent } from '#core/kernel/event.ts'
import { headText } from '#core/kernel/parcel.ts'
import { secretsOf } from '#core/keys/identity.ts'
import { assert } from '#core/lib/assert.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import type { OpenStation } from '#cli/open-station.ts'

/** Text that stands in an event and in a letter of another house, and what it becomes: as long as before. */
export type Changed = { readonly event: readonly [string, string]; readonly letter: readonly [string, string] }

export type Wrong = { readonly name: string; readonly code: string; readonly bytes: Uint8Array }

/** `bytes`: the honest file, made by `relay`. Each wrong one with the reason it has to be refused for. */
export async function wronglyPassedOn(
  relay: OpenStation,
  bytes: Uint8Array,
  change: Changed,
): Promise<readonly Wrong[]> {
  const trust = relay.trust()
  const { identity } = relay
  const unsealed = await unseal(bytes, secretsOf(identity))
  if (!unsealed.ok) throw new Error(unsealed.error)
  const verified = verifyBundle(unsealed.value, trust.keyOf)
  if (!verified.ok) throw new Error(verified.error)
  const { manifest, events, letters } = verified.value
  const isForeign = ({ header }: StoredEvent): boolean => trust.houseOf(pcOfLog(header.log)) !== trust.house
  const event = events.find((each) => isForeign(each) && each.payloadLine!.includes(change.event[0]))
  const letter = letters.find(({ route, body }) => route && JSON.stringify(body).includes(change.letter[0]))
  assert(event && letter, 'the file holds an event and a letter of another house')
  for (const [before, after] of [change.event, change.letter])
    assert(before.length === after.length, 'no size gives it away')

  const payloadLine = event.payloadLine!.replace(...change.event)
  const { s: salt, f: fields } = JSON.parse(payloadLine) as { s: string; f: Record<string, unknown> }
  const rewritten = writeEvent(event.header, salt, fields)
  const { log } = event.header
  const last = events.filter(({ header }) => header.log === log).at(-1)!
  const invented = writeEvent({ ...last.header, n: last.header.n + 1, p: last.id }, salt, fields)
  const head = { log, n: invented.header.n, id: invented.id }
  const signed = { ...head, sig: toBase64url(identity.sign(headText(head))) }
  const changed: Letter = { ...letter, body: JSON.parse(JSON.stringify(letter.body).replace(...change.letter)) as Letter['body'] } // prettier-ignore
  const inName = (of: Letter, pc: string): Letter => {
    // As if this PC stood in the writer's house.
    const own = { house: letter.route!.from, isAbove: () => true, isBelow: () => true }
    return sealRoutes([of], { trust: own, signer: { ...identity, pc } })[0]!
  }
  const another: Letter = { ...changed, id: `${letter.id.slice(0, -4)}${letter.id.endsWith('0000') ? '1111' : '0000'}` }

  const content: BundleContent = { manifest, events, letters, blobs: [] }
  const instead = (by: StoredEvent) => events.map((each) => (each === event ? by : each))
  const beside = (by: Letter) => letters.map((each) => (each === letter ? by : each))
  const wrong: readonly (readonly [name: string, code: string, content: BundleContent])[] = [
    ['event-changed', 'bad-event', { ...content, events: instead({ ...event, payloadLine }) }],
    ['event-rewritten', 'head-missing', { ...content, events: instead(rewritten) }],
    ['event-invented', 'head-missing', { ...content, events: [...events, invented] }],
    ['head-forged', 'bad-signature', { ...content, manifest: { ...manifest, heads: [...manifest.heads, signed] }, events: [...events, invented] }], // prettier-ignore
    ['letter-changed', 'not-admitted', { ...content, letters: beside(changed) }],
    ['letter-signed-anew', 'not-admitted', { ...content, letters: beside(inName(changed, letter.route!.pc)) }],
    ['letter-signed-as-the-relay', 'not-admitted', { ...content, letters: beside(inName(changed, identity.pc)) }],
    ['letter-invented', 'not-admitted', { ...content, letters: [...letters, inName(another, letter.route!.pc)] }],
  ]
  const recipients = trust.recipientsOf(manifest.to.house)
  const out: Wrong[] = []
  for (const [name, code, each] of wrong)
    out.push({ name, code, bytes: (await packBundle(each, recipients, identity)).bytes })
  const flipped = new Uint8Array(bytes)
  flipped[flipped.length - 5]! ^= 1
  return [...out, { name: 'byte-flipped', code: 'damaged', bytes: flipped }]
}
