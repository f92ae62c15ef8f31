/**
 * Matters that have a name of their own but no place or category in the records: an estate, a building site, a subsidy that
 * several persons mention. A name is a run of characters that three persons share and that stands, most of the time, under
 * one category or at one place: greetings, templates and names of districts stand under all of them.
 */
import { COMMON } from './common-words.ts'
import { HOTSPOT_PERSONS, personsOf, type Group, type Spotted } from './hotspots.ts'

/** Begins of texts are looked at: names stand in the title or in the first sentences. Characters. */
const LOOKED_AT = 80
/** Whether a run is a name is seen in more of each text: a phrase stands under every category there. Characters. */
const HELD_AGAINST = 500
const SEED = 3
const LONGEST = 12
/** Share of those who say it that must be of one category, or at one place. */
const MOSTLY = 0.6
/** A name is made longer while so many of those who say it go on alike. */
const ALIKE = 0.75
/** Said by more than this share of all, it is a word and no name; only where there are enough to tell. */
const TOO_COMMON = 0.05
const ENOUGH = 200
/** Characters that must be left when the category's own words are taken out. */
const OWN_NAME = 2
/** Runs of three, apart from the name, that link two cases: five characters in a row, or two words. */
const LINKS = 3
const MOST_LINKED = 80
/** Share of a name's cases that another name has, for the two to be one matter. */
const SAME_MATTER = 0.3
/** 区丽发新城: the first sign belongs to the district before it. */
const OF_THE_WORD_BEFORE = /^[省市区县镇乡街道路村号期栋第]+/
/** Docs between two breaths. */
const STEP = 200

/** Words of letters and not of matters. To add one: here; longer ones first. */
const LETTER = new RegExp(
  (
    '尊敬的 领导 您好 你好 投诉 反映 举报 咨询 建议 请求 求助 恳请 要求 请问 关于 有关 相关部门 有关部门 部门 政府 书记 市长 区长 ' +
    '严重影响 影响 扰民 业主 市民 群众 百姓 村民 强烈 何时 什么时候 怎么办 是否 不合理 能否 可否 问题 情况 存在 附近 ' +
    '请尽快 尽快 马上 立即 长期 一直 多次 违规 违法 涉嫌 质疑 疑问 希望 要求 进行 予以 给予 居民 小区 社区 街道 我市 本市 全市 市区'
  )
    .split(' ')
    .join('|'),
  'g',
)

const RUN = /\p{Script=Han}{3,}/gu

type Said = Spotted & { readonly plain: string; readonly whole: string; readonly grams: ReadonlySet<string> }

/** What a category's requests say anyway: 公交车 under 公交线路 names no matter. */
export type Vocabulary = (category: string) => readonly string[]

/** In portions: yields between them. The likeliest first; a case stands in one of them only. */
export function* namedMatters(cases: readonly Spotted[], vocabulary: Vocabulary): Generator<void, readonly Group[]> {
  const said: Said[] = []
  for (const one of cases) {
    const plain = plainWords(`${one.title} ${one.text.slice(0, LOOKED_AT)}`)
    said.push({
      ...one,
      plain,
      whole: folded(`${one.title} ${one.text.slice(0, HELD_AGAINST)}`),
      grams: gramsOf(plain),
    })
    if (said.length % STEP === 0) yield
  }
  const found: { readonly group: Group; readonly weight: number }[] = []
  const seen = new Set<string>()
  for (const [seed, docs] of yield* seedsOf(said)) {
    if (said.length >= ENOUGH && docs.length > said.length * TOO_COMMON) continue
    if (!isOfOne(docs, MOSTLY / 2)) continue
    yield
    const words = longer(seed, docs).replace(OF_THE_WORD_BEFORE, '')
    if (seen.has(words) || words.length < SEED) continue
    seen.add(words)
    const group = groupOf(
      words,
      said.filter(({ whole }) => whole.includes(words)),
      vocabulary,
    )
    if (!group) continue
    found.push({ group, weight: personsOf(group.cases) * Math.log2(2 + said.length / docs.length) * Math.sqrt([...words].length) }) // prettier-ignore
  }
  yield
  return joined(found.toSorted((a, b) => b.weight - a.weight || (a.group.words < b.group.words ? -1 : 1))).map(named)
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
const plainWords = (text: string): string => folded(text).replace(LETTER, ' ').replace(COMMON, ' ')

function gramsOf(plain: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const [run] of plain.matchAll(RUN))
    for (let i = 0; i + SEED <= run.length; i++) grams.add(run.slice(i, i + SEED))
  return grams
}

/** Runs of three characters that enough persons share, with those who say them. */
function* seedsOf(said: readonly Said[]): Generator<void, [string, Said[]][]> {
  const docs = new Map<string, Said[]>()
  let done = 0
  for (const one of said) {
    for (const gram of one.grams) {
      const list = docs.get(gram)
      if (list) list.push(one)
      else docs.set(gram, [one])
    }
    if (++done % STEP === 0) yield
  }
  return [...docs].filter(([, list]) => list.length >= HOTSPOT_PERSONS && personsOf(list) >= HOTSPOT_PERSONS)
}

/** 滨河苑 → 伊景园滨河苑, as long as most of them say it so. */
function longer(seed: string, docs: readonly Said[]): string {
  let words = seed
  for (;;) {
    if (words.length >= LONGEST) return words
    const next = nextSign(words, docs, 1) ?? nextSign(words, docs, -1)
    if (!next) return words
    words = next
  }
}

function nextSign(words: string, docs: readonly Said[], side: 1 | -1): string | null {
  const counts = new Map<string, number>()
  let most = ''
  for (const { plain } of docs) {
    const at = plain.indexOf(words)
    if (at < 0) continue
    const sign = side === 1 ? plain[at + words.length] : plain[at - 1]
    if (sign === undefined || !/\p{Script=Han}/u.test(sign)) continue
    const grown = side === 1 ? words + sign : sign + words
    counts.set(grown, (counts.get(grown) ?? 0) + 1)
    if (most === '' || counts.get(grown)! > counts.get(most)!) most = grown
  }
  const share = (counts.get(most) ?? 0) / docs.length
  return most !== '' && share >= ALIKE && counts.get(most)! >= HOTSPOT_PERSONS ? most : null
}

/** Null unless most of them are of one category, or at one place, and they say more alike than this one name. */
function groupOf(words: string, docs: readonly Said[], vocabulary: Vocabulary): Group | null {
  const category = mostly(docs.map((one) => one.category))
  const place = mostly(docs.map((one) => one.place))
  if (category === '' && place === '') return null
  // At one place the matter may be called what it always is; without one it needs a name of its own.
  if (place === '' && !hasOwnName(words, vocabulary(category))) return null
  const fits = docs.filter((one) => (category === '' || one.category === category || one.category === '') && (place === '' || one.place === place || one.place === '')) // prettier-ignore
  const cases = place === '' ? linked(words, fits) : fits
  return personsOf(cases) < HOTSPOT_PERSONS ? null : { category, place, words, cases }
}

/**
 * The largest part of them in which each says something else, too, that another one says: unpaid wages of three companies
 * share one word and are three matters. O(n²), so the newest alone.
 */
function linked(words: string, docs: readonly Said[]): readonly Said[] {
  const all = docs.slice(-MOST_LINKED)
  const own = all.map(({ grams }) => [...grams].filter((gram) => !words.includes(gram)))
  const isLinked = (a: number, b: number): boolean => {
    let shared = 0
    for (const gram of own[a]!) if (all[b]!.grams.has(gram) && ++shared >= LINKS) return true
    return false
  }
  const left = new Set(all.keys())
  let best: number[] = []
  while (left.size > best.length) {
    const [first] = left
    left.delete(first!)
    const part = [first!]
    for (const at of part)
      // grows while it is walked
      for (const other of left)
        if (isLinked(at, other)) {
          left.delete(other)
          part.push(other)
        }
    if (part.length > best.length) best = part
  }
  return best.toSorted((a, b) => a - b).map((at) => all[at]!)
}

const isOfOne = (docs: readonly Said[], share: number): boolean => mostly(docs.map((one) => one.category), share) !== '' || mostly(docs.map((one) => one.place), share) !== '' // prettier-ignore

function mostly(all: readonly string[], share = MOSTLY): string {
  const counts = new Map<string, number>()
  for (const one of all) if (one !== '') counts.set(one, (counts.get(one) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most && most[1] >= all.length * share ? most[0] : ''
}

function hasOwnName(words: string, said: readonly string[]): boolean {
  let rest = words
  for (const word of said) rest = rest.replaceAll(word, '')
  return [...rest].length >= OWN_NAME
}

/**
 * Two names of one matter (the estate, and what is sold with it) are one group under the likelier name; otherwise each case
 * stands in the strongest of its groups, and what loses its persons by that is none.
 */
function joined(found: readonly { readonly group: Group }[]): Group[] {
  const groups: { -readonly [K in keyof Group]: K extends 'cases' ? Spotted[] : Group[K] }[] = []
  const groupOfCase = new Map<string, number>()
  for (const { group } of found) {
    const there = new Map<number, number>()
    for (const { id } of group.cases) {
      const at = groupOfCase.get(id)
      if (at !== undefined) there.set(at, (there.get(at) ?? 0) + 1)
    }
    const [home] = [...there].toSorted(([, a], [, b]) => b - a)
    const free = group.cases.filter(({ id }) => !groupOfCase.has(id))
    const isSame = home !== undefined && home[1] >= group.cases.length * SAME_MATTER && groups[home[0]]!.category === group.category && groups[home[0]]!.place === group.place // prettier-ignore
    const at = isSame ? home[0] : groups.length
    if (isSame) groups[at]!.cases.push(...free)
    else if (personsOf(free) >= HOTSPOT_PERSONS && free.length >= group.cases.length / 2)
      groups.push({ ...group, cases: [...free] }) // prettier-ignore
    else continue
    for (const { id } of free) groupOfCase.set(id, at)
  }
  return groups
}

/** Called as most of its titles call it; a run of the texts is no name that anybody would use. */
function named(group: Group): Group {
  const titles = group.cases.map((one) => ({
    ...one,
    plain: plainWords(one.title),
    whole: '',
    grams: new Set<string>(),
  }))
  const counts = new Map<string, number>()
  for (const { plain } of titles) for (const gram of gramsOf(plain)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const [most] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  if (!most || most[1] < HOTSPOT_PERSONS || most[1] * 2 < titles.length) return group
  const words = longer(most[0], titles.filter(({ plain }) => plain.includes(most[0]))).replace(OF_THE_WORD_BEFORE, '') // prettier-ignore
  return words.length < SEED ? group : { ...group, words }
}
