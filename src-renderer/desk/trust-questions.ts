/** What the screens ask about houses and PCs: who this PC is, who was let in, and the files by which that happens. */
import { entitiesOf, readEntity, userName } from '#core/book/book.ts'
import {
  grantFor,
  houseGrantFile,
  houseRequest,
  ownPcName,
  pcGrantFile,
  pcRequest,
  pinOf,
  revocationOf,
  type Founding,
  type Ours,
} from '#core/exchange/trust/answers.ts'
import { houseFingerprint } from '#core/exchange/trust/fingerprint.ts'
import { commandOfGrant } from '#core/exchange/trust/command-of-grant.ts'
import { readGrantFile } from '#core/exchange/trust/grant-file.ts'
import { readRequest, requestFingerprint } from '#core/exchange/trust/request-file.ts'
import type { TrustFileCode } from '#core/exchange/trust/trust-file-code.ts'
import type { KnownHouse } from '#core/exchange/trust/trust.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { secretsOf } from '#core/keys/identity.ts'
import type { FileMade } from '#core/join-station.ts'
import { fromBase64url } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { Asking } from './asking.ts'
import { exchangeNow, type ExchangeNow } from './exchange-now.ts'
import { foundHouse } from './found-house.ts'
import type { OpenCode, RunCode } from './shapes.ts'

export type PcState = 'in' | 'asked' | 'retired' | 'revoked'
export type PcShown = {
  readonly pc: string
  readonly isThis: boolean
  /** '' while it was not let in yet. */
  readonly name: string
  readonly letter: string
  readonly state: PcState
  readonly since: string
  /** Who signs in on it first. */
  readonly user: string
}
export type PeerShown = Pick<KnownHouse, 'house' | 'kind' | 'name' | 'code' | 'left' | 'via'> & {
  readonly fingerprint: string
  readonly pcs: number
}
export type DevicesShown = {
  /** Of this house's root key; '' where this PC knows none. */
  readonly fingerprint: string
  /** This PC has the root key: PCs are let in and houses connected here. */
  readonly hasRoot: boolean
  readonly pcs: readonly PcShown[]
  /** Compared here, and (with `via`) vouched for by one of those. */
  readonly peers: readonly PeerShown[]
}

export type RequestShown =
  | { readonly kind: 'pc'; readonly name: string; readonly fingerprint: string; readonly isKnown: boolean }
  | { readonly kind: 'house'; readonly name: string; readonly code: string; readonly pcs: number; readonly fingerprint: string; readonly isKnown: boolean } // prettier-ignore

export type GrantShown =
  | { readonly kind: 'pc'; readonly name: string; readonly letter: string; readonly fingerprint: string }
  | { readonly kind: 'house'; readonly name: string; readonly code: string; readonly fingerprint: string }

/** `file`: the file itself; `not-here`: the root key is on another PC; `locked`. */
export type TrustCode =
  | { readonly kind: 'file'; readonly code: TrustFileCode }
  | { readonly kind: 'no-root-here' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'open'; readonly code: OpenCode }
  | RunCode

export type WhoSignsIn = { readonly id: string } | { readonly name: string }

export type TrustQuestions = {
  devices(): Promise<DevicesShown | null>
  /** Of a PC or a house that asks. Read first, compared by phone, then answered. */
  readRequest(bytes: Uint8Array): Promise<Result<RequestShown, TrustCode>>
  /** The grant for a PC's request; `user` signs in on it first. */
  letPcIn(bytes: Uint8Array, user: WhoSignsIn): Promise<Result<FileMade, TrustCode>>
  /** The same grant file once more. */
  grantOfPc(pc: string): Promise<Result<FileMade, TrustCode>>
  /** Connects a house below: the grant for its request. */
  connectBelow(bytes: Uint8Array): Promise<Result<FileMade, TrustCode>>
  /** 接入申请 to the upper office. */
  houseRequest(): Promise<Result<FileMade, TrustCode>>
  /** What a grant file for this PC or this house says. */
  readGrant(bytes: Uint8Array): Promise<Result<GrantShown, TrustCode>>
  /** Takes it: the upper office is connected, or this PC has its own grant and letter. */
  takeGrant(bytes: Uint8Array): Promise<Result<null, TrustCode>>
  /** A request for this PC's new keys. */
  ownRequest(): Promise<Result<FileMade, TrustCode>>
  /** What people call it; the letter stays. */
  renamePc(pc: string, name: string): Promise<Result<null, TrustCode>>
  /** What it signed after what is known here now counts no more. */
  revokePc(pc: string): Promise<Result<null, TrustCode>>
}

export function trustQuestions(asking: Asking): TrustQuestions {
  const withNow = async <T>(
    work: (now: ExchangeNow, ours: Ours) => Promise<Result<T, TrustCode>>,
  ): Promise<Result<T, TrustCode>> => {
    const now = await exchangeNow(asking)
    return now ? work(now, oursOf(now)) : err({ kind: 'locked' })
  }
  /** With the house founded, where this PC can do that. */
  const withFounded = <T>(work: (now: ExchangeNow, ours: Ours) => Promise<Result<T, TrustCode>>) =>
    withNow<T>(async (now) => {
      const founded = await foundHouse(now)
      return founded.ok ? withNow(work) : founded
    })
  /** Where the root key is. */
  const withRoot = <T>(work: (now: ExchangeNow, ours: Founding) => Promise<Result<T, TrustCode>>) =>
    withFounded<T>(async (now, ours) => {
      const { root } = now.identity
      return root ? work(now, { ...ours, root }) : err({ kind: 'no-root-here' })
    })

  return {
    devices: async () => {
      const now = await exchangeNow(asking)
      return now && devicesOf(now)
    },
    readRequest: (bytes) =>
      withNow<RequestShown>(async ({ trust }) => {
        const request = readRequest(bytes)
        if (!request.ok) return badFile(request.error)
        const fingerprint = requestFingerprint(request.value)
        if (request.value.kind === 'pc') {
          const { name, pc } = request.value
          return ok({ kind: 'pc', name, fingerprint, isKnown: trust.houseOf(pc) !== null })
        }
        const { from, statements } = request.value
        const known = trust.houses.get(from.house)
        const isKnown = known !== undefined && known.via === null && known.left === ''
        const pcs = statements.grants.length
        return ok({ kind: 'house', name: from.name, code: from.code, pcs, fingerprint, isKnown })
      }),
    letPcIn: (bytes, user) =>
      withRoot(async ({ ready }, ours) => {
        const request = readRequest(bytes)
        if (!request.ok) return badFile(request.error)
        if (request.value.kind !== 'pc') return badFile('other-kind')
        const grant = grantFor(ours, request.value)
        const saved = await ready.keeper.run({ name: 'let-pc-in', input: { grant, user } })
        return saved.ok ? withRoot((now, after) => grantFile(now, after, grant.pc)) : saved
      }),
    grantOfPc: (pc) => withRoot((now, ours) => grantFile(now, ours, pc)),
    connectBelow: (bytes) =>
      withRoot(async ({ ready }, ours) => {
        const request = readRequest(bytes)
        if (!request.ok) return badFile(request.error)
        if (request.value.kind !== 'house') return badFile('other-kind')
        const saved = await ready.keeper.run({ name: 'pin-house', input: pinOf(ours, request.value) })
        // Connected before: the file alone, once more.
        const isDone = !saved.ok && saved.error.kind === 'refused' && saved.error.refusal.code === 'nothing-changed'
        if (!saved.ok && !isDone) return saved
        return ok({ name: `${request.value.from.name}.linwu-grant`, bytes: await houseGrantFile(ours, request.value) })
      }),
    houseRequest: () =>
      withFounded(async ({ own }, ours) => {
        const bytes = houseRequest(ours)
        return bytes ? ok({ name: `${own.name}.linwu-request`, bytes }) : err({ kind: 'no-root-here' })
      }),
    readGrant: (bytes) =>
      withNow<GrantShown>(async ({ identity }) => {
        const read = await readGrantFile(bytes, secretsOf(identity))
        if (!read.ok) return badFile(read.error)
        const { from, root } = read.value
        const fingerprint = houseFingerprint(from.house, fromBase64url(root)!)
        if (read.value.kind === 'house') return ok({ kind: 'house', name: from.name, code: from.code, fingerprint })
        return ok({ kind: 'pc', name: from.name, letter: read.value.grant.letter, fingerprint })
      }),
    takeGrant: (bytes) =>
      withNow(async ({ identity, ready }, ours) => {
        const read = await readGrantFile(bytes, secretsOf(identity))
        if (!read.ok) return badFile(read.error)
        const command = commandOfGrant(ours, read.value)
        if (!command) return badFile('not-for-this-pc')
        const saved = await ready.keeper.run(command)
        if (!saved.ok) return saved
        if (read.value.kind === 'house') return ok(null)
        const taken = await asking.takeLetter(read.value.grant.letter)
        return taken.ok ? ok(null) : err({ kind: 'open', code: taken.error })
      }),
    ownRequest: () =>
      withNow(async ({ station }, ours) => {
        const name = ownPcName(ours, station.card.letter)
        return ok({ name: `${name}.linwu-request`, bytes: pcRequest(ours, name) })
      }),
    renamePc: (pc, name) =>
      withFounded(async ({ ready }) => {
        const saved = await ready.keeper.run({ name: 'rename-pc', input: { pc, name } })
        return saved.ok ? ok(null) : saved
      }),
    revokePc: (pc) =>
      withRoot(async ({ ready, identity }, ours) => {
        if (pc === identity.pc) return err({ kind: 'refused', refusal: { code: 'founding-pc' } })
        const revocation = revocationOf(ours, pc, headSet(ready.state.book.replica))
        const saved = await ready.keeper.run({ name: 'revoke-pc', input: { revocation } })
        return saved.ok ? ok(null) : saved
      }),
  }
}

const badFile = (code: TrustFileCode) => err({ kind: 'file', code } as const)

const oursOf = ({ own, identity, trust, now, station: { card } }: ExchangeNow): Ours => ({
  own,
  identity,
  trust,
  now,
  letter: card.letter,
  ...(card.office && { office: card.office }),
})

async function grantFile({ ready }: ExchangeNow, ours: Founding, pc: string): Promise<Result<FileMade, TrustCode>> {
  const { book } = ready.state
  const { trust, own } = ours
  const grant = trust.grantOf(pc)
  if (grant?.house !== own.house || trust.isRevoked(pc))
    return err({ kind: 'refused', refusal: { code: 'no-such-pc' } })
  const id = String(readEntity(book, `device:${pc}`)?.['user'] ?? '')
  const bytes = await pcGrantFile(ours, grant, { id, name: userName(book, id) })
  return ok({ name: `${trust.nameOf(pc)}-${grant.letter}.linwu-grant`, bytes })
}

function devicesOf({ trust, own, identity, ready, station }: ExchangeNow): DevicesShown {
  const { book } = ready.state
  const field = (pc: string, name: string): string => String(readEntity(book, `device:${pc}`)?.[name] ?? '')
  const ids = new Set([identity.pc, ...[...entitiesOf(book, 'device')].map((id) => id.slice('device:'.length))])
  const pcs = [...ids]
    .filter((pc) => trust.houseOf(pc) === own.house || (trust.houseOf(pc) === null && field(pc, 'retired') !== ''))
    .map((pc): PcShown => {
      const grant = trust.grantOf(pc)
      const isThis = pc === identity.pc
      const retired = field(pc, 'retired') !== ''
      const state = trust.isRevoked(pc) ? 'revoked' : retired ? 'retired' : grant ? 'in' : 'asked'
      const letter = grant?.letter ?? (isThis ? station.card.letter : '')
      const user = field(pc, 'user')
      return {
        pc,
        isThis,
        name: trust.nameOf(pc),
        letter,
        state,
        since: grant?.at ?? '',
        user: user && userName(book, user),
      }
    })
    .toSorted((a, b) => Number(b.isThis) - Number(a.isThis) || (a.letter < b.letter ? -1 : 1))
  const peers = [...trust.houses.values()]
    .filter(({ house }) => house !== own.house)
    .map((known): PeerShown => {
      const { house, kind, name, code, left, via, root } = known
      return {
        house,
        kind,
        name,
        code,
        left,
        via,
        fingerprint: houseFingerprint(house, root),
        pcs: trust.pcsOf(house).length,
      }
    })
    .toSorted((a, b) => (a.kind === b.kind ? a.name.localeCompare(b.name, 'zh-CN') : a.kind < b.kind ? 1 : -1))
  const fingerprint = trust.root ? houseFingerprint(own.house, trust.root) : ''
  return { fingerprint, hasRoot: identity.root !== null, pcs, peers }
}
