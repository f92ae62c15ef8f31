/** What the screens ask about 文件交换: bundles out and in, what is confirmed, what is missing. */
import { err, ok, type Result } from '#core/lib/result.ts'
import type { Profile } from '#core/peer/codes.ts'
import type { Asking } from './asking.ts'
import { exchangeFiles } from './exchange-files.ts'
import { bundleLines, exchangeHome, gapLines } from './exchange-home.ts'
import { importDesk } from './exchange-in.ts'
import { exchangeNow, type ExchangeNow } from './exchange-now.ts'
import { makeExport, prepareExport, type Prepared } from './exchange-out.ts'
import { foundHouse } from './found-house.ts'
import type { BundleLine, ExchangeHome, ExportCode, ExportFailure, ExportMade, ExportPreview, GapLine, GuardWord, InboxLine, Received, TakeFailure, TakenAll, TakenIn } from './exchange-shapes.ts' // prettier-ignore

export type ExchangeQuestions = {
  /** Null when locked meanwhile. */
  exchangeHome(): Promise<ExchangeHome | null>
  /** Reads the journal for what would leave; what was found is kept for `makeExport`. */
  previewExport(peer: string, profile: Profile): Promise<Result<ExportPreview, ExportFailure>>
  /** `folder`: absolute, from the folder dialog; null: the export folder. Answers when every file was read back and compared. */
  makeExport(peer: string, profile: Profile, folder: string | null): Promise<Result<ExportMade, ExportFailure>>
  /** Keeps the file in the inbox, looks through it step by step, and says what it would do. Nothing is taken in yet. */
  receiveFile(name: string, bytes: Uint8Array): Promise<Received>
  /** The same for a file that lies in the inbox already; null when it does not. */
  lookAgain(inbox: string): Promise<Received | null>
  /** One journal batch, all or nothing; afterwards whatever waited for it goes in as well. */
  takeIn(inbox: string, guard: GuardWord): Promise<Result<TakenIn, TakeFailure>>
  /**
   * Several, one after the other, with progress; one that stops (or asks for the guard) holds up none of the others, and is named
   * with its reason. Ends at a file's border when locked: the rest stays in the inbox, and `unfinishedImport` says so.
   */
  takeInAll(inboxes: readonly string[]): Promise<TakenAll>
  /** What a lock or a killed program left of the last `takeInAll`: to be given to it once more. */
  unfinishedImport(): Promise<readonly string[]>
  /** Waiting and quarantined files once more. Answers what went in, and what came out of quarantine to be looked at. */
  retryWaiting(): Promise<readonly Received[]>
  inbox(): Promise<readonly InboxLine[]>
  dropInbox(inbox: string): Promise<void>
  /** Newest first; of one house when named. */
  bundles(peer: string | null): Promise<readonly BundleLine[]>
  exchangeGaps(): Promise<readonly GapLine[]>
  /** A small bundle without events that says what is here: the other side sends the rest. */
  makeRequest(peer: string, folder: string | null): Promise<Result<ExportMade, ExportFailure>>
}

export function exchangeQuestions(asking: Asking): ExchangeQuestions {
  const { parts, station, emit } = asking
  const files = exchangeFiles(parts.host, parts.random)
  const imports = importDesk(asking, files)
  let kept: { readonly key: string; readonly prepared: Prepared } | null = null

  const failed = (code: ExportCode): Result<never, ExportFailure> => err({ kind: 'code', code, made: [] })

  /** What a preview has read is not read again, unless something was written meanwhile. */
  async function prepared(peer: string, profile: Profile): Promise<Result<[ExchangeNow, Prepared], ExportFailure>> {
    let now = await exchangeNow(asking)
    if (!now) return failed('gone')
    const founded = await foundHouse(now)
    if (!founded.ok) {
      const { error } = founded
      return error.kind === 'refused' ? err({ ...error, made: [] }) : failed(error.code)
    }
    if (founded.value) now = await exchangeNow(asking)
    if (!now) return failed('gone')
    const key = (of: ExchangeNow): string => [of.identity.pc, of.source.replica.revision, peer, profile].join(' ')
    if (kept?.key === key(now)) return ok([now, kept.prepared])
    const found = await prepareExport(parts, now, peer, profile, () => station() === now?.station)
    if (!found.ok) return failed(found.error)
    kept = { key: key(now), prepared: found.value }
    return ok([now, found.value])
  }

  async function made(
    peer: string,
    profile: Profile,
    folder: string | null,
  ): Promise<Result<ExportMade, ExportFailure>> {
    const found = await prepared(peer, profile)
    if (!found.ok) return found
    kept = null
    const [now, of] = found.value
    const progress = (done: number, total: number): void =>
      emit({ kind: 'progress', progress: done < total ? { step: 'export', done, of: total } : null })
    const out = await makeExport(parts, files, now, of, folder ?? '', () => station() === now.station, progress)
    if (!out.ok) emit({ kind: 'progress', progress: null })
    return out
  }

  return {
    exchangeHome: async () => {
      const now = await exchangeNow(asking)
      const waiting = imports.waiting().map(({ gap }) => gap)
      return now && exchangeHome(parts.host, now, waiting)
    },
    previewExport: async (peer, profile) => {
      const found = await prepared(peer, profile)
      return found.ok ? ok(found.value[1].preview) : found
    },
    makeExport: made,
    makeRequest: (peer, folder) => made(peer, 'receipt', folder),
    receiveFile: imports.receive,
    lookAgain: imports.lookAgain,
    takeIn: imports.takeIn,
    takeInAll: imports.takeInAll,
    unfinishedImport: imports.unfinished,
    retryWaiting: imports.retryWaiting,
    inbox: async () => {
      const listed = await parts.host.listInbox()
      return listed.ok
        ? listed.value.map(({ id, ...file }) => ({ ...file, inbox: id, why: file.why as InboxLine['why'] }))
        : []
    },
    dropInbox: imports.drop,
    bundles: async (peer) => {
      const now = await exchangeNow(asking)
      return now ? bundleLines(now, peer) : []
    },
    exchangeGaps: async () => {
      const now = await exchangeNow(asking)
      return now ? gapLines(now, imports.waiting()) : []
    },
  }
}
