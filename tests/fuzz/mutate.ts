import { deflateSync } from 'fflate'
import { concat, utf8 } from '#core/lib/bytes.ts'
import { workbookFile } from '../core/sheet/workbook-file.ts'
import { zipFile, type ZipLies, type ZipPart } from '../core/sheet/zip-file.ts'
import type { Random } from './random.ts'
import { CSV, PARTS, WORKBOOK } from './seeds.ts'
import { FRAGMENTS, NUMBERS, REFERENCES, WORDS } from './hostile-words.ts'

/** To add one: here. Each makes one file from the seeds. */
export const MUTATIONS: Readonly<Record<string, (random: Random) => Uint8Array>> = {
  cut: (random) => {
    const seed = anySeed(random)
    return seed.subarray(0, random.below(seed.length))
  },
  'cut at both ends': (random) => {
    const seed = anySeed(random)
    return seed.subarray(random.below(30), seed.length - random.below(30))
  },
  'bits flipped': (random) => {
    const bytes = Uint8Array.from(anySeed(random))
    flip(bytes, random, 1 + random.below(16))
    return bytes
  },
  'bytes overwritten': (random) => {
    const bytes = Uint8Array.from(anySeed(random))
    const from = random.below(bytes.length)
    return bytes.fill(random.pick([0, 0xff, 0x22, 0x2c, 0x3c, 0x50]), from, from + 1 + random.below(64))
  },
  'a piece twice': (random) => {
    const seed = anySeed(random)
    const from = random.below(seed.length)
    const to = random.below(seed.length)
    return concat([seed.subarray(0, to), seed.subarray(from, from + random.below(200)), seed.subarray(to)])
  },
  'directory lies': (random) =>
    zipFile(
      PARTS.map((part) => (random.below(4) === 0 ? { ...part, says: lie(random, part) } : part)),
      random.below(3) === 0 ? endLie(random) : {},
    ),
  'entries swapped': (random) => {
    const [a, b] = [random.below(PARTS.length), random.below(PARTS.length)]
    const swapped = PARTS.map(({ name }, i) => ({ ...PARTS[i === a ? b : i === b ? a : i]!, name }))
    return zipFile(random.below(2) === 0 ? swapped : swapped.toReversed())
  },
  'entries missing, twice, renamed': (random) => {
    const at = random.below(PARTS.length)
    const part = PARTS[at]!
    const names = ['__proto__', 'constructor', '../../x', '/', part.name.toUpperCase(), `${part.name}/`]
    return zipFile(PARTS.toSpliced(at, 1, ...random.pick([[], [part, part], [{ ...part, name: random.pick(names) }]])))
  },
  'other form of ZIP': (random) =>
    zipFile(
      PARTS.map((part) => ({
        ...(random.below(2) === 0 ? part : { name: part.name, data: part.data, stored: true }),
        later: random.below(2) === 0,
        zip64: random.below(4) === 0,
        flags: random.below(40) === 0 ? random.below(65_536) & ~8 : 0,
        ...(random.below(40) === 0 ? { method: random.below(100) } : {}),
      })),
      { end64: random.below(2) === 0 },
    ),
  'packed bytes flipped': (random) => {
    const at = random.below(PARTS.length)
    const packed = Uint8Array.from(PARTS[at]!.packed!)
    flip(packed, random, 1)
    return zipFile(PARTS.toSpliced(at, 1, { ...PARTS[at]!, packed }))
  },
  'numbers in XML': (random) =>
    inXml(random, (text) =>
      replaceOne(text, /"-?\d+"|>-?[\d.E]+</g, random, (old) => old[0]! + random.pick(NUMBERS) + old.at(-1)!),
    ),
  'references in XML': (random) =>
    inXml(random, (text) =>
      replaceOne(text, /\br(?:ef)?="[^"]*"/g, random, (old) => old.replace(/"[^"]*"/, `"${random.pick(REFERENCES)}"`)),
    ),
  'words in XML': (random) =>
    inXml(random, (text) => replaceOne(text, /[A-Za-z]{2,}/g, random, () => random.pick(WORDS))),
  'fragments in XML': (random) =>
    inXml(random, (text) => {
      const at = random.below(text.length)
      return text.slice(0, at) + random.pick(FRAGMENTS) + text.slice(at + random.below(20))
    }),
  'tags lost': (random) => inXml(random, (text) => replaceOne(text, /<[^>]*>/g, random, () => '')),
  'bytes in XML': (random) => {
    const at = random.below(PARTS.length)
    const data = Uint8Array.from(PARTS[at]!.data)
    for (let n = 1 + random.below(8); n > 0; n--) data[random.below(data.length)] = random.below(256)
    return withPart(at, data)
  },
  'long cells': (random) => {
    const text = random.pick(WORDS).repeat(16_000 + random.below(20_000))
    return workbookFile({ sheet: `<sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>` })
  },
  'many columns': (random) =>
    workbookFile({
      sheet: `<sheetData><row>${'<c><v>1</v></c>'.repeat(16_000 + random.below(800))}</row></sheetData>`,
    }),
  'CSV signs': (random) => {
    const signs = ['"', '""', ',', ';', '\t', '\r', '\n', '\r\n', ' ', 'a', '路灯', '\uFEFF', ...WORDS]
    return utf8(Array.from({ length: random.below(200) }, () => random.pick(signs)).join(''))
  },
  'CSV bytes': (random) => {
    const bytes = [0x2c, 0x0a, 0x22, 0x31, 0x81, 0x30, 0xb1, 0xe0, 0xfe, 0xff, 0x80, 0x00]
    return Uint8Array.from({ length: random.below(300) }, () => random.pick([...bytes, random.below(256)]))
  },
  'CSV of many columns': (random) => {
    const cell = `${random.pick(['a', '"a"', '', '__proto__'])}${random.pick([',', ';', '\t'])}`
    return utf8(cell.repeat(random.pick([100, 1_000, 1_000, 16_384, 16_385, 100_000])))
  },
}

const anySeed = (random: Random): Uint8Array => (random.below(3) === 0 ? random.pick(CSV) : WORKBOOK)

function flip(bytes: Uint8Array, random: Random, bits: number): void {
  for (let n = bits; n > 0; n--) bytes[random.below(bytes.length)]! ^= 1 << random.below(8)
}

function lie(random: Random, part: ZipPart): NonNullable<ZipPart['says']> {
  const near = (n: number): number =>
    random.pick([0, n - 1, n + 1, 2 * n, 0x7fffffff, 0xfffffffe, 0xffffffff, 200_000_001])
  return random.pick<NonNullable<ZipPart['says']>>([
    { size: near(part.data.length) },
    { packed: near(part.packed!.length) },
    { crc: random.below(2 ** 31) },
    { at: random.pick([0, 1, 30, 0xffffffff, random.below(3_000)]) },
    { name: [...part.name].toReversed().join('') },
  ])
}

const endLie = (random: Random): ZipLies =>
  random.pick<ZipLies>([
    { count: random.pick([0, 1, 999, 1_001, 65_535]) },
    { directoryAt: random.pick([0, 4, 0xffffffff, random.below(5_000)]) },
    { tail: utf8('tail') },
    { comment: new Uint8Array(random.below(66_000)) },
    { end64: { count: random.pick([0, 1, 2 ** 40]) } },
  ])

/** An honest ZIP with one part exchanged. */
const withPart = (at: number, data: Uint8Array): Uint8Array =>
  zipFile(PARTS.toSpliced(at, 1, { name: PARTS[at]!.name, data, packed: deflateSync(data, { level: 1 }) }))

const decoder = new TextDecoder()

/** One to three edits of one XML part. */
function inXml(random: Random, edit: (text: string) => string): Uint8Array {
  const at = random.below(PARTS.length)
  let text = decoder.decode(PARTS[at]!.data)
  for (let n = 1 + random.below(3); n > 0; n--) text = edit(text)
  return withPart(at, utf8(text))
}

function replaceOne(text: string, pattern: RegExp, random: Random, to: (old: string) => string): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { 0: old, index } = random.pick(found)
  return text.slice(0, index) + to(old) + text.slice(index + old.length)
}
