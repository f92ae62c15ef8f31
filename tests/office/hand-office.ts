/**
 * A 街道 without this program: its keys are made by age-keygen and minisign, its papers and bundles by JSON, SHA-256 and the tools,
 * as docs/formats.md says and by none of our code.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openByThreeCommands, tool } from './standard-tools.ts'

type Json = Readonly<Record<string, unknown>>
type Grant = Json & { readonly pc: string; readonly signs: string; readonly receives: string }
type Card = { readonly house: string; readonly name: string; readonly code: string; readonly short: string }

export type HandOffice = {
  readonly card: Card
  /** Sixteen digits in four groups, as somebody reads them out. */
  readonly fingerprint: string
  /** A request of a station → the path of the grant. */
  readonly answer: (request: string) => string
  /** A bundle of that station's founding PC by the three commands → what minisign said, and the folder with `bundle`. */
  readonly open: (file: string) => { readonly said: string; readonly folder: string }
  /** 下发: a bundle with one provider for each name → its path. */
  readonly pack: (providers: readonly string[]) => string
}

const PC = '00112233445566aa'
const AT = '2026-11-20T09:00:00+08:00'
const KEY_HEAD = 2 + 8

export const sha256 = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest()

/** Keys of every object sorted, no blanks. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${sorted(one)}`).join(',')}}`
}

/** As docs/formats.md has it, bundle.json.minisig: "Ed" · key id · key. */
export function minisignKeyOf(signs: string): string {
  const key = Buffer.from(signs, 'base64url')
  return Buffer.concat([Buffer.from('Ed'), sha256(key).subarray(0, 8), key]).toString('base64')
}

function fingerprintOf(about: string, key: Buffer): string {
  let hash = sha256(Buffer.concat([Buffer.from(`linwu-fingerprint-1\n${about}`), key]))
  for (let i = 0; i < 16_383; i++) hash = sha256(Buffer.concat([hash, key]))
  const number = BigInt(`0x${hash.subarray(0, 16).toString('hex')}`) % 10n ** 16n
  return String(number).padStart(16, '0').match(/.{4}/g)!.join(' ')
}

/** Everything lies in `place`, which must be there. */
export function handOffice(place: string): HandOffice {
  const at = (...names: readonly string[]): string => join(place, ...names)
  const read = (...names: readonly string[]): string => readFileSync(at(...names), 'utf8')
  const card = { house: '0193dddd-0000-7000-8000-00000000000d', name: '手工街道', code: '110101001000', short: 'JD009' }

  const newKey = (name: string): Buffer => {
    tool(place, 'minisign', '-G', '-W', '-p', `${name}.pub`, '-s', `${name}.key`)
    return Buffer.from(read(`${name}.pub`).split('\n')[1]!, 'base64').subarray(KEY_HEAD)
  }
  const [rootKey, pcKey] = [newKey('root'), newKey('pc')]
  const root = rootKey.toString('base64url')
  tool(place, 'age-keygen', '-o', 'KEY.txt')
  const receives = tool(place, 'age-keygen', '-y', 'KEY.txt').trim()

  /** The old form of minisign: over the text itself, as Ed25519 is anywhere else. */
  function sign(key: string, text: string): string {
    writeFileSync(at('text'), text)
    tool(place, 'minisign', '-S', '-l', '-s', `${key}.key`, '-m', 'text')
    return Buffer.from(read('text.minisig').split('\n')[1]!, 'base64').subarray(KEY_HEAD).toString('base64url')
  }
  const signed = (key: string, what: string, said: Json): Json => ({ ...said, sig: sign(key, `${what}\n${sorted(said)}\n`) }) // prettier-ignore

  const own = signed('root', 'linwu-statement-1', { v: 1, kind: 'device', house: card.house, pc: PC, letter: 'A', name: '手工电脑', signs: pcKey.toString('base64url'), receives, at: AT, by: root }) // prettier-ignore
  const statements = { grants: [own], revocations: [], houses: [] }
  let station: { readonly card: Card; readonly grants: readonly Grant[] } | null = null
  let bundles = 0

  /** Two lines an event; what was packed before stays where it is in the chain. */
  const events: { lines: string; id: string }[] = []
  function addProvider(name: string): void {
    const n = events.length + 1
    const id = `provider:0193dddd-0000-7000-8000-${String(n).padStart(12, '0')}`
    const fields = { name, kind: 'life-service', phone: '10000000001', serviceType: 'welfare', funding: '', services: '', hours: '', area: '' } // prettier-ignore
    const payload = JSON.stringify({ s: `salt${n}`, f: fields })
    const header = JSON.stringify({
      v: 1,
      log: `${PC}/directory`,
      n,
      p: events.at(-1)?.id ?? '',
      l: n,
      t: AT,
      u: 'user:0193dddd-0000-7000-8000-000000000001',
      k: 'provider-saved',
      e: id,
      c: [`command${n}`, { directory: 1 }],
      sv: 1,
      ph: sha256(payload).toString('base64url'),
    })
    events.push({ lines: `${header}\n${payload}\n`, id: sha256(header).toString('base64url') })
  }

  return {
    card,
    fingerprint: fingerprintOf(`house\n${card.house}\n`, rootKey),
    answer(request) {
      const asked = JSON.parse(readFileSync(request, 'utf8')) as { from: Card; root: string; statements: { grants: readonly Grant[] } } // prettier-ignore
      station = { card: asked.from, grants: asked.statements.grants }
      const to = { house: asked.from.house, root: asked.root }
      const said = { format: 'linwu-grant', v: 1, kind: 'house', from: card, root, statements, at: AT, to }
      writeFileSync(at('grant.json'), JSON.stringify(signed('root', 'linwu-grant-1', said)))
      const recipients = station.grants.flatMap((grant) => ['-r', grant.receives])
      tool(place, 'age', ...recipients, '-o', 'answer.linwu-grant', 'grant.json')
      return at('answer.linwu-grant')
    },
    open(file) {
      const folder = at(`opened-${(bundles += 1)}`)
      mkdirSync(folder)
      writeFileSync(join(folder, 'KEY.txt'), read('KEY.txt'))
      writeFileSync(join(folder, 'FILE.zip.age'), readFileSync(file))
      return { said: openByThreeCommands(folder, minisignKeyOf(station!.grants[0]!.signs)), folder }
    },
    pack(providers) {
      for (const name of providers) addProvider(name)
      const folder = at(`packed-${(bundles += 1)}`)
      mkdirSync(join(folder, 'events'), { recursive: true })
      const lines = events.map((event) => event.lines).join('')
      writeFileSync(join(folder, 'events', '0001.ndjson'), lines)
      const sum = tool(folder, 'sha256sum', 'events/0001.ndjson').slice(0, 64)
      const end = { log: `${PC}/directory`, n: events.length, id: events.at(-1)!.id }
      const manifest = {
        format: 'linwu-bundle',
        v: 1,
        minReader: 1,
        suite: 'A1',
        bundle: sha256(folder).toString('hex').slice(0, 32),
        part: { of: 1, number: 1 },
        profile: 'directory',
        from: { ...card, pc: PC },
        to: station!.card,
        at: AT,
        scopes: ['directory'],
        have: {},
        got: [],
        ...statements,
        blobs: [],
        logs: { [end.log]: [1, end.n] },
        heads: [{ ...end, sig: sign('pc', `linwu-head-1\n${end.log}\n${end.n}\n${end.id}\n`) }],
        files: [{ name: 'events/0001.ndjson', bytes: Buffer.byteLength(lines), sha256: sum }],
      }
      writeFileSync(join(folder, 'bundle.json'), JSON.stringify(manifest, null, 2))
      tool(folder, 'minisign', '-S', '-s', at('pc.key'), '-m', 'bundle.json')
      tool(folder, 'zip', '-q', '-X', '-D', '-r', `../${bundles}.zip`, '.')
      const file = at(`JD009-${bundles}.zip.age`)
      tool(place, 'age', ...station!.grants.flatMap((grant) => ['-r', grant.receives]), '-o', file, `${bundles}.zip`)
      return file
    },
  }
}
