/**
 * Files of other PCs and houses into the station, one bundle after the other. Each is whole in the journal or not at all; started
 * again after a kill, those that are in are skipped. What waits for another file is tried again when that one is in, and what is
 * in quarantine with every merge, for its grant may have come meanwhile.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { boxFor } from '#core/exchange/import/box-for.ts'
import type { InboxBox, InboxFile } from '#core/host/host.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { hostCode } from '#host/host-error.ts'
import { misused, refused, type Command, type Done, type Failed } from '../command.ts'
import { filesTakenIn, takeBundle, type StopCode, type Taken } from '../exchange/take-bundle.ts'
import { keepInInbox, readInbox } from '../exchange/write-file.ts'
import { withFreshKeys } from '../exchange/fresh-keys.ts'
import type { OpenStation } from '../open-station.ts'
import { stopLine } from '../problems/stop-lines.ts'

const USAGE = 'merge DIR FILE|FOLDER … [--dry-run] [--confirm N] --password-file F [--json]'

/** Files without --json that are told one by one. */
const SHOWN = 40

export const merge: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '合并交换文件或整个文件夹；已合并过的跳过，断了再来一次就接着做。--dry-run 只试不存；删改太多的文件要加 --confirm 数目。',
    en: 'Merges bundles, or a whole folder of them; those that are in are skipped, after a break it goes on. --dry-run tries and saves nothing; a file that undoes a lot wants --confirm and the number.',
  },
  places: ['DIR', 'FILE'],
  rest: true,
  options: { 'dry-run': 'flag', confirm: 'value', 'password-file': 'value' },
  async run(given) {
    const said = given.option('confirm')
    const confirmed = said === undefined ? null : Number(said)
    if (confirmed !== null && !(Number.isSafeInteger(confirmed) && confirmed > 0))
      return misused({ code: 'wrong-value', words: { word: 'confirm', value: said ?? '', allowed: '1, 2, 3 …' } })
    const files = await filesIn(given.places.slice(1))
    if (!files.ok) return files
    const dry = given.flag('dry-run')
    return withFreshKeys(
      given,
      USAGE,
      async (station) => {
        const merged = await mergeAll(station, files.value, confirmed, dry)
        return merged.ok ? ok(told(merged.value, dry, given.language)) : merged
      },
      { dry },
    )
  },
}

/** Files as given; of a folder the bundles in it, by name. */
async function filesIn(places: readonly string[]): Promise<Result<readonly string[], Failed>> {
  const out: string[] = []
  for (const place of places) {
    try {
      if (!(await stat(place)).isDirectory()) out.push(place)
      else for (const name of (await readdir(place)).toSorted()) if (name.endsWith('.age')) out.push(join(place, name))
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
      return refused({ code: isGone ? 'no-such-file' : 'file-unreadable', words: { file: place } })
    }
  }
  return ok(out)
}

type FileResult = {
  readonly file: string
  readonly state: Taken['state'] | 'quarantine' | 'refused'
  readonly bundle: string
  readonly new: number
  readonly known: number
  readonly parked: number
  readonly conflicts: number
  readonly refused: StopCode | null
  /** Of a file that undoes a lot: how many entities. */
  readonly entities: number
}

const NOTHING = { bundle: '', new: 0, known: 0, parked: 0, conflicts: 0, refused: null, entities: 0 } as const

/** One to be tried: where it came from, and as what it lies in the inbox (null for not there). */
type Candidate = { readonly file: string; readonly name: string; readonly inbox: InboxFile | null }

const TRIED_AGAIN: ReadonlySet<InboxBox> = new Set<InboxBox>(['waiting', 'quarantine'])

async function mergeAll(
  station: OpenStation,
  files: readonly string[],
  confirmed: number | null,
  dry: boolean,
): Promise<Result<readonly FileResult[], Failed>> {
  const results = new Map<string, FileResult>()
  const known = filesTakenIn(station)
  let again: Candidate[] = []
  for (const file of files) {
    const candidate = { file, name: basename(file), inbox: null }
    const done = await tryOne(station, candidate, known, confirmed, dry, results)
    if (!done.ok) return done
    if (done.value) again.push(candidate)
  }
  const listed = dry ? null : await station.host.listInbox()
  if (listed?.ok) {
    const lying = listed.value.filter(({ box }) => TRIED_AGAIN.has(box))
    // Two may have one name.
    for (const inbox of lying) again.push({ file: `inbox/${inbox.id.slice(0, 8)}-${inbox.name}`, name: inbox.name, inbox }) // prettier-ignore
  }
  // Until a round lets nothing in: one that went in may be what the next one waited for.
  for (let more = true; more && again.length > 0;) {
    more = false
    const still: Candidate[] = []
    for (const candidate of again) {
      const before = results.get(candidate.file)
      const done = await tryOne(station, candidate, new Map(), confirmed, dry, results)
      if (!done.ok) return done
      if (done.value) still.push(candidate)
      const after = results.get(candidate.file)
      // Also without a new record: it may have brought the grant that another one waits for.
      more ||= after !== undefined && (after.new > (before?.new ?? 0) || after.state !== before?.state)
    }
    again = still
  }
  if (!dry) {
    const kept = await keepWhatIsLeft(station, again, results)
    if (!kept.ok) return kept
    await station.mark()
  }
  return ok([...results.values()])
}

/** Answers whether it is worth trying again. */
async function tryOne(
  station: OpenStation,
  candidate: Candidate,
  known: ReadonlyMap<string, number>,
  confirmed: number | null,
  dry: boolean,
  results: Map<string, FileResult>,
): Promise<Result<boolean, Failed>> {
  const { file, name } = candidate
  const read = await bytesOf(station, candidate)
  if (!read.ok) return read
  const bytes = read.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const events = known.get(sha256)
  if (events !== undefined) {
    results.set(file, { ...NOTHING, file, state: 'known', known: events })
    return ok(false)
  }
  const before = results.get(file)
  const taken = await takeBundle(station, station.trust(), { name, bytes, sha256 }, confirmed)
  if (!taken.ok) {
    if ('host' in taken.error) return refused({ code: taken.error.host })
    const { code, guard } = taken.error.stop
    const box = boxFor(code)
    const state = box === 'quarantine' ? box : 'refused'
    // What lay in quarantine and still has no grant is no news.
    if (candidate.inbox?.box !== 'quarantine' || state === 'refused')
      results.set(file, { ...NOTHING, file, state, refused: code, entities: guard?.entities ?? 0 })
    // What undoes a lot waits for its number where it lies.
    if (code === 'mass-change') return ok(false)
    const moved = await moveTo(station, candidate, box, code, dry)
    return moved.ok ? ok(state === 'quarantine') : moved
  }
  const { state, bundle } = taken.value
  const isWaiting = state === 'waiting'
  const sum = { new: taken.value.new + (before?.new ?? 0), conflicts: taken.value.conflicts + (before?.conflicts ?? 0) }
  const found = { known: before?.bundle ? before.known : taken.value.known, parked: taken.value.parked }
  // What waited in the inbox and still does is no news.
  if (candidate.inbox?.box !== 'waiting' || sum.new > 0 || !isWaiting)
    results.set(file, { ...NOTHING, file, bundle, ...sum, ...found, state: isWaiting ? state : before?.bundle && sum.new > 0 ? 'taken' : state }) // prettier-ignore
  if (!isWaiting && candidate.inbox && !dry) await station.host.removeInbox(candidate.inbox.id)
  const moved = isWaiting ? await moveTo(station, candidate, 'waiting', 'held', dry) : ok(null)
  return moved.ok ? ok(isWaiting) : moved
}

/** Of one that lies in the inbox; one given as a file is kept at the end (keepWhatIsLeft). */
async function moveTo(
  { host }: OpenStation,
  { inbox }: Candidate,
  box: InboxBox,
  why: string,
  dry: boolean,
): Promise<Result<null, Failed>> {
  if (inbox === null || dry || (inbox.box === box && inbox.why === why)) return ok(null)
  const moved = await host.moveInbox(inbox.id, box, why)
  return moved.ok ? ok(null) : refused({ code: moved.error })
}

async function bytesOf({ host }: OpenStation, { file, inbox }: Candidate): Promise<Result<Uint8Array, Failed>> {
  if (inbox) {
    const read = await readInbox(host, inbox)
    return read.ok ? read : refused({ code: read.error })
  }
  try {
    return ok(new Uint8Array(await readFile(file)))
  } catch (error) {
    return refused({ code: hostCode(error) })
  }
}

/** Whatever waits for others lies in the inbox from then on; so does what nobody vouches for yet. */
async function keepWhatIsLeft(
  station: OpenStation,
  again: readonly Candidate[],
  results: ReadonlyMap<string, FileResult>,
): Promise<Result<null, Failed>> {
  for (const candidate of again) {
    if (candidate.inbox) continue
    const { state, refused: code } = results.get(candidate.file)!
    const bytes = await bytesOf(station, candidate)
    if (!bytes.ok) return bytes
    const isWaiting = state === 'waiting'
    const box = isWaiting ? 'waiting' : 'quarantine'
    const kept = await keepInInbox(station.host, candidate.name, bytes.value, box, isWaiting ? 'held' : (code ?? ''))
    if (!kept.ok) return refused({ code: kept.error })
  }
  return ok(null)
}

function told(results: readonly FileResult[], dry: boolean, language: 'zh-CN' | 'en'): Done {
  const en = language === 'en'
  const sum = (of: (one: FileResult) => number): number => results.reduce((total, one) => total + of(one), 0)
  const stopped = results.filter((one) => one.refused !== null)
  const total = {
    new: sum((one) => one.new),
    known: sum((one) => one.known),
    parked: sum((one) => one.parked),
    conflicts: sum((one) => one.conflicts),
    refused: stopped.length,
  }
  const counts = (one: Omit<typeof total, 'refused'>): string =>
    en
      ? `${one.new} new, ${one.known} known, ${one.parked} waiting, ${one.conflicts} differences`
      : `新 ${one.new}，已有 ${one.known}，等待 ${one.parked}，不一致 ${one.conflicts}`
  const lineOf = (one: FileResult): string =>
    `${basename(one.file)}  ${one.refused === null ? counts(one) : stopLine(one.refused, language, one.entities)}`
  const lines = results.length <= SHOWN ? results.map(lineOf) : stopped.slice(0, SHOWN).map(lineOf)
  const head = en
    ? `${dry ? 'Would take in' : 'Taken in'}: ${results.length} files, ${counts(total)}, ${total.refused} refused`
    : `${dry ? '试算' : '合并'} ${results.length} 个文件：${counts(total)}，未收 ${total.refused}`
  return { json: { ...total, dryRun: dry, files: results }, lines: [...lines, head], damaged: stopped.length > 0 }
}
