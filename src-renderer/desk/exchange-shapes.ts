/** The plain values of 文件交换 that cross between the screens and the desk. */
import type { Refusal } from '#core/case-file/decision.ts'
import type { BundleCode } from '#core/exchange/bundle/bundle-code.ts'
import type { Verdict } from '#core/exchange/trust/trust.ts'
import type { HostCode, InboxBox } from '#core/host/host.ts'
import type { Scope } from '#core/kernel/event.ts'
import type { Gap } from '#core/kernel/replica.ts'
import type { Moment } from '#core/lib/time.ts'
import type { LetterKind, PeerKind, Profile } from '#core/peer/codes.ts'
import type { BundleCounts } from '#core/peer/fields.ts'

/**
 *   nothing      nothing has ever gone there
 *   new          there is something that has not been exported yet
 *   exported     all of it left, and no file from there says that it arrived; within 7 days
 *   unconfirmed  the same for more than 7 days: red
 *   confirmed    a file from there says that all of it arrived
 */
export type PeerState = 'nothing' | 'new' | 'exported' | 'unconfirmed' | 'confirmed'

export type FileMoment = { readonly bundle: string; readonly at: Moment; readonly file: string }

export type PeerLine = {
  /** uuid of the house; the own one for the other PCs of this house. */
  readonly peer: string
  readonly kind: PeerKind
  readonly name: string
  readonly short: string
  /** What may be sent there; the first is the usual one. */
  readonly profiles: readonly Profile[]
  /** PCs that can open what goes there: granted, not revoked, without this one. */
  readonly pcs: number
  readonly state: PeerState
  /** Events that no export has carried there. */
  readonly fresh: number
  /** Events that left and of which nothing says that they arrived. */
  readonly unconfirmed: number
  /** Since when the oldest unconfirmed export is on its way; null when none is. */
  readonly since: Moment | null
  readonly lastOut: FileMoment | null
  readonly lastIn: FileMoment | null
  /** From which a bundle of the peer said that everything up to then arrived. */
  readonly confirmedAt: Moment | null
  /** Stretches of that house's logs that are known to exist and are not here. */
  readonly gaps: number
  /** Letters to it that have not been confirmed. */
  readonly letters: number
}

export type ExchangeHome = {
  readonly house: { readonly id: string; readonly name: string; readonly code: string; readonly short: string }
  /** 16 hex digits. */
  readonly pc: string
  readonly pcName: string
  /** False on the first day: no other PC and no other house is known. */
  readonly keysInUse: boolean
  readonly peers: readonly PeerLine[]
  /** Files by the box they lie in. `fresh`: received and looked at, not taken in. */
  readonly inbox: {
    readonly fresh: number
    readonly waiting: number
    readonly aside: number
    readonly quarantine: number
  }
  /** Attachments named by events here whose bytes have not arrived. */
  readonly blobsMissing: number
}

export type ExportPreview = {
  readonly peer: string
  readonly profile: Profile
  readonly toName: string
  /** Files it will be split into; 0: nothing new. */
  readonly parts: number
  readonly events: number
  /** Events that should go and cannot: damaged in the journal here, or of another PC without its signature. */
  readonly stays: number
  /** Cases of which something leaves. */
  readonly cases: number
  /** Entity type → how many of it something leaves. */
  readonly byType: Readonly<Record<string, number>>
  /** Scope → events. */
  readonly byScope: Readonly<Partial<Record<Scope, number>>>
  /** Names, phones, addresses and stories leave (hand-over only). */
  readonly identities: boolean
  readonly blobs: number
  readonly blobBytes: number
  readonly letters: readonly { readonly id: string; readonly kind: LetterKind; readonly case: string }[]
  /** PCs that will be able to open it. */
  readonly readers: readonly { readonly pc: string; readonly name: string; readonly house: string }[]
  /** Shared free text that leaves and holds what looks like a name, phone or number known here. */
  readonly leaks: readonly LeakLine[]
}

/** `field`: of the entity; `words`: what was found, for the clerk's own eyes. */
export type LeakLine = {
  readonly entity: string
  readonly case: string
  readonly number: string
  readonly field: string
  readonly words: readonly string[]
  /** False: perhaps only a word. */
  readonly sure: boolean
}

export type ExportedFile = {
  readonly bundle: string
  /** First 8 hex digits of the bundle: what people say on the phone. */
  readonly short: string
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly events: number
}
/** Each file was read back from its target and compared before it stands here. */
export type ExportMade = { readonly files: readonly ExportedFile[]; readonly preview: ExportPreview }

/** Why an export or a request did not come about. To add one: here, and its sentence (exchange.exportCode). */
export type ExportCode =
  | HostCode
  | 'no-such-peer'
  | 'profile-not-for-peer'
  | 'nobody-to-open-it' // no granted PC of that house is known
  | 'no-grant' // this PC has not been let in
  | 'nothing-new'
  | 'journal-unreadable'

export type ExportFailure =
  | { readonly kind: 'code'; readonly code: ExportCode; readonly made: readonly ExportedFile[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly made: readonly ExportedFile[] }

/** In this order. To add one: here, in exchange-in.ts where it is done, its words (exchange.step). */
export const IMPORT_STEPS = [
  'size',
  'kept',
  'known',
  'open',
  'contents',
  'trust',
  'events',
  'dry-run',
  'saved',
] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

/**
 * Why a file is not in. BundleCode's sentences: exchange.bundleCode; a HostCode's: problems; the others: exchange.stop. To add one:
 * here, where exchange-look.ts finds it out, its sentence.
 *
 *   not-admitted   another house wrote what it may not (a private field of ours, a grant of ours)
 *   held           all is taken in but what waits for a file that has not come
 */
export type StopCode = BundleCode | Exclude<Verdict, 'known'> | HostCode | 'not-admitted' | 'held'

/** What taking it in would do. */
export type DryRun = {
  readonly counts: BundleCounts
  /** Cases that are new here, and cases that change. */
  readonly newCases: number
  readonly changedCases: number
  readonly letters: number
  readonly blobs: number
  /** PCs and houses that it makes known. */
  readonly grants: number
  /** Signed by a revoked PC past what counts: left out. */
  readonly revoked: number
  readonly providers: number
  /** Entities that would be erased, reopened or withdrawn, and how many there are altogether. */
  readonly undone: number
  readonly of: number
  /** More than 50 of them, or more than a tenth: somebody has to say yes. */
  readonly guard: boolean
  /** How: `second` where another person signs in on this PC; otherwise `count`, and `waited` once a day has gone by. */
  readonly ways: readonly GuardWord['kind'][]
  /** Logs that show two events of one number: a copied PC. */
  readonly forks: number
  /** What its held events wait for. */
  readonly missing: readonly Gap[]
}

/** A file that arrived: how far it came, and what it would do. */
export type Received = {
  /** In the inbox; '' when it was not kept (too large, or the disk refused). */
  readonly inbox: string
  readonly name: string
  readonly bytes: number
  readonly box: InboxBox | ''
  /** The last step that was done well; with `stop` null it is 'dry-run', or 'saved' once taken in. */
  readonly step: ImportStep | ''
  readonly stop: StopCode | null
  /** From the bundle, as far as it could be read. `name`: as this house knows the sender, else as it calls itself. */
  readonly from: { readonly house: string; readonly name: string; readonly pc: string; readonly known: boolean } | null
  readonly bundle: string
  readonly profile: Profile | null
  readonly at: Moment | ''
  readonly part: { readonly of: number; readonly number: number } | null
  readonly dryRun: DryRun | null
  /** Taken in before: nothing to do. */
  readonly known: boolean
}

/**
 * What lets a bundle with a mass change in. `second`: another colleague's secret; `count`: the number typed by a lone user;
 * `waited`: a day has gone by since it was received.
 */
export type GuardWord =
  | { readonly kind: 'none' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'waited' }
  | { readonly kind: 'second'; readonly secret: string }

export type TakenIn = {
  readonly received: Received
  readonly counts: BundleCounts | null
  /** Files from the waiting room that went in because of this one. */
  readonly released: readonly Received[]
}

/** To add one: here, and its sentence (exchange.takeCode). */
export type TakeCode =
  | HostCode
  | 'guard' // somebody has to say yes first
  | 'wrong-count'
  | 'too-early' // a day has not gone by
  | 'wrong-secret'
  | 'same-person'
  | 'stopped' // see `received.stop`
  | 'locked' // the station was locked meanwhile: what is left stays in the inbox

/** One of several that did not go in; it lies in the inbox as before. `guard`: it waits for a second person's word. */
export type LeftOut = { readonly inbox: string; readonly name: string; readonly code: TakeCode }
export type TakenAll = { readonly files: readonly Received[]; readonly left: readonly LeftOut[] }

export type TakeFailure = { readonly code: TakeCode; readonly received: Received | null }

export type InboxLine = {
  readonly inbox: string
  readonly box: InboxBox
  readonly name: string
  readonly bytes: number
  readonly at: Moment
  readonly why: StopCode | ''
}

/** 收发记录, newest first. */
export type BundleLine = {
  readonly id: string
  readonly short: string
  readonly direction: 'in' | 'out'
  readonly peer: string
  readonly peerName: string
  readonly profile: Profile
  readonly at: Moment
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly events: number
  readonly letters: number
  readonly counts: BundleCounts | null
  /** Of one that went out. */
  readonly confirmed: boolean
  readonly by: string
}

/** 缺件: events that are known to exist and are not here. */
export type GapLine = Gap & {
  /** The house to ask, the own one for its other PCs; '' when nobody could send them. */
  readonly peer: string
  readonly peerName: string
  readonly pcName: string
  /** Events that wait for it. */
  readonly held: number
}

/** What is done of many files. */
export type ManyProgress = { readonly done: number; readonly of: number; readonly name: string }
