/**
 * 支持包: what whoever looks after the program needs to know, and nothing about anybody. Every value below is a number, a
 * code of ours, a version or a time; no folder (it may hold a user's name), no station name, no words of a record.
 */
import type { HostCode, StationState } from '#core/host/host.ts'
import { fromBase64url, toHex } from '#core/lib/bytes.ts'
import type { Result } from '#core/lib/result.ts'
import type { Moment } from '#core/lib/time.ts'
import type { ErrorTrace } from './error-trace.ts'

export type SupportFacts = {
  readonly at: Moment
  readonly version: string
  readonly language: string
  /** Name and version of the browser or of Electron, as the engine gives it. */
  readonly engine: string
  readonly phase: string
  readonly preferences: Readonly<Record<string, boolean>>
  readonly modules: readonly string[] | null
  readonly save: {
    readonly savedAt: string | null
    readonly trouble: string | null
    readonly copyTrouble: string | null
  }
  /** How the station opened; null while it is closed. */
  readonly opened: { readonly from: string; readonly cases: number; readonly returned: number; readonly damagedJournal: number; readonly damagedCopy: number; readonly gaps: number } | null // prettier-ignore
  readonly counts: { readonly total: number; readonly open: number; readonly overdue: number; readonly byStatus: Readonly<Record<string, number>> } | null // prettier-ignore
  readonly folder: Result<StationState, HostCode> | null
  readonly lastError: (ErrorTrace & { readonly at: Moment }) | null
}

const HEAD_BYTES = 4

/** A plain value, to be written as JSON. Fields are copied one by one: what is added to the facts does not leave by itself. */
export function supportPackage({ folder, opened, counts, lastError, save, ...facts }: SupportFacts) {
  return {
    kind: 'linwu-support',
    v: 1,
    at: facts.at,
    version: facts.version,
    language: facts.language,
    engine: facts.engine,
    phase: facts.phase,
    preferences: facts.preferences,
    modules: facts.modules,
    save: { savedAt: save.savedAt, trouble: save.trouble, copyTrouble: save.copyTrouble },
    opened: opened && {
      from: opened.from,
      cases: opened.cases,
      returned: opened.returned,
      damagedJournal: opened.damagedJournal,
      damagedCopy: opened.damagedCopy,
      gaps: opened.gaps,
    },
    counts: counts && {
      total: counts.total,
      open: counts.open,
      overdue: counts.overdue,
      byStatus: counts.byStatus,
    },
    folder: folder && (folder.ok ? folderFacts(folder.value) : { error: folder.error }),
    lastError: lastError && { at: lastError.at, name: lastError.name, places: lastError.places },
  }
}

function folderFacts({ edition, demo, marker, markerDamaged, segments, slots, blobs, backup }: StationState) {
  return {
    edition,
    demo,
    slots,
    blobs,
    markerDamaged,
    segments: segments.map(({ ordinal, bytes }) => ({ ordinal, bytes })),
    marker: marker && {
      v: marker.v,
      at: marker.at,
      heads: Object.entries(marker.heads).map(([log, { n, id, gap, forks }]) => ({
        log: `${log.slice(0, 8)}/${log.split('/')[1] ?? ''}`,
        n,
        head: shortHead(id),
        ...(gap && { gap }),
        ...(forks && { forks: forks.length }),
      })),
    },
    backup: backup && { at: backup.at, ok: backup.ok, files: backup.files },
  }
}

/** 8 hex digits of an event's id: enough to compare two PCs by phone. */
const shortHead = (id: string): string => toHex((fromBase64url(id) ?? new Uint8Array()).subarray(0, HEAD_BYTES))
