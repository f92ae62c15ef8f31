/** A station in memory: the real decisions, queue, kernel and book; only the disk is missing. */
import { absorb, newBook, readCase } from '#core/book/book.ts'
import { bookkeeper, type Failure, type Saved } from '#core/book/bookkeeper.ts'
import { deciding } from '#core/book/deciding.ts'
import { actsOf, currentRound, type CaseFile } from '#core/case-file/case-file.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import { openObjection, ordersInForce, refusedRuling } from '#core/case-file/orders.ts'
import { serviceTypeOf, type NextCommand } from '#core/case-file/status.ts'
import type { Command, CommandInput } from '#core/commands.ts'
import { seeded } from '#core/demo/seeded.ts'
import { SCOPES, type Scope, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { epochOf } from '#core/lib/time.ts'
import type { ProviderFields } from '#core/provider/fields.ts'

export const NOW = '2026-03-02T09:00:00+08:00'

export type Station = ReturnType<typeof newStation>

/** `n` tells two PCs of one station apart; their clocks stand still until moved. `scopes`: what it can read. */
export function newStation(n = 1, user = 'user:clerk', scopes: readonly Scope[] = SCOPES) {
  const book = newBook(scopes)
  const events: StoredEvent[] = []
  let now = epochOf(NOW)
  const keeper = bookkeeper<never>({
    book,
    deciding,
    writer: {
      append: (batch) => {
        events.push(...batch)
        return Promise.resolve(ok({ segment: '', ordinal: 0, from: 0, to: 0, nextSeq: 0, batch: new Uint8Array(0) }))
      },
      settle: () => Promise.resolve(ok(null)),
      position: () => null,
    },
    user,
    device: `device0${n}`,
    numberPrefix: `S0012-${'ABC'[n - 1]}`,
    clock: () => now,
    random: seeded(n).bytes,
    onSaved: () => undefined,
  })
  const run = (command: Command): Promise<Result<Saved, Failure<never>>> => keeper.run(command)
  return {
    book,
    events,
    run,
    runBatch: keeper.runBatch,
    /** The entity the command is about; throws when it is refused. */
    done: async (command: Command): Promise<string> => {
      const saved = await run(command)
      if (!saved.ok) throw new Error(`${command.name}: ${JSON.stringify(saved.error)}`)
      return saved.value.entities[0]!
    },
    /** Why it is refused, with the fields that are wrong; null when it is not. */
    refusal: async (command: Command): Promise<RefusalCode | [RefusalCode, ...string[]] | null> => {
      const saved = await run(command)
      if (saved.ok) return null
      if (saved.error.kind !== 'refused') throw new Error('the writer never fails here')
      const { code, fields } = saved.error.refusal
      return fields ? [code, ...fields] : code
    },
    file: (id: string): CaseFile => readCase(book, id)!,
    wait: (hours: number): void => void (now += hours * 3_600_000),
    take: (others: readonly StoredEvent[]): void => void absorb(book, receive(book.replica, others, 'import').touched),
  }
}

export const INTAKE: CommandInput<'receive-case'> = {
  requestKind: 'help',
  channel: 'phone',
  urgency: 'general',
  title: '路灯不亮',
  text: '楼前的灯坏了',
  requesterName: '张一甲',
  requesterPhone: '10000000001',
  anonymous: false,
  place: '槐树里3号楼',
  category: '',
}

export const PROVIDER: ProviderFields = {
  name: '暖邻志愿服务队',
  kind: 'social',
  phone: '10000002001',
  serviceType: 'welfare',
  funding: '',
  services: '',
  hours: '',
  area: '',
  contact: '',
}

/** What a test sends that is not about grounds: nothing of a person. */
export const GROUND = { ground: 'no-personal-data', fieldsSent: ['title'] } as const

const returnable = (file: CaseFile): string => {
  const round = currentRound(file)
  const order = ordersInForce(file).find(({ id, way }) => way === 'dispatch' && !openObjection(round, id) && !refusedRuling(round, id)) // prettier-ignore
  return order?.id ?? 'referral:none'
}
const pending = (file: CaseFile): string => {
  const round = currentRound(file)
  for (const { id } of ordersInForce(file)) {
    const objection = openObjection(round, id)
    if (objection) return objection.id
  }
  return 'objection:none'
}
const consent = ({ acts }: CaseFile): string => {
  const back = new Set(actsOf(acts, 'consent-withdrawal').map((act) => act.consent))
  return actsOf(acts, 'consent').find(({ id }) => !back.has(id))?.id ?? 'consent:none'
}

/** Inputs that are right for the case as it stands, one per command a screen may offer. `providers`: by service type. */
export function rightInput(name: NextCommand, file: CaseFile, providers: Readonly<Record<string, string>>): Command {
  const of = file.id
  switch (name) {
    case 'classify':
      return { name, input: { case: of, serviceType: 'welfare', category: '', reason: '' } }
    case 'dispatch':
      return {
        name,
        input: { case: of, provider: providers[serviceTypeOf(file) ?? 'welfare']!, reason: '', demand: '', ...GROUND },
      }
    case 'record-referral-step':
      return {
        name,
        input: { case: of, referral: ordersInForce(file)[0]?.id ?? 'referral:none', step: 'accepted', note: '' },
      }
    case 'dispatch-co':
      return {
        name,
        input: { case: of, provider: providers['helper'] ?? 'provider:helper', reason: '', demand: '', ...GROUND },
      }
    case 'raise-objection':
      return { name, input: { case: of, referral: returnable(file), reasonCode: 'no-capacity', note: '' } }
    case 'rule-objection':
      return { name, input: { case: of, objection: pending(file), decision: 'refused', note: '应由你单位办理' } }
    case 'withdraw-consent':
      return { name, input: { case: of, consent: consent(file), note: '' } }
    case 'record-participation':
      return { name, input: { case: of, organisation: '槐树里社区党委', part: 'lead', task: '' } }
    case 'record-contact':
      return { name, input: { case: of, kind: 'progress', way: 'phone', reached: false, note: '' } }
    case 'record-answer':
      return { name, input: { case: of, way: 'phone', content: '已修好', answeredBy: '' } }
    case 'close-case':
      return { name, input: { case: of, outcome: 'solved', note: '' } }
    case 'reopen-case':
      return { name, input: { case: of, reason: '又坏了' } }
    case 'record-revisit':
      return {
        name,
        input: {
          case: of,
          way: 'phone',
          valid: true,
          solved: true,
          scale: 'three-rates',
          grade: 'satisfied',
          words: '',
        },
      }
    case 'record-finding':
      return { name, input: { case: of, verdict: 'in-order', demand: '' } }
    case 'attach-file':
      return {
        name,
        input: {
          case: of,
          blob: '0'.repeat(32),
          name: '照片.jpg',
          media: 'image/jpeg',
          bytes: 3,
          sha256: '0'.repeat(64),
        },
      }
  }
}

/** One provider per service type. */
export async function enterProviders(
  station: Station,
): Promise<Record<'administrative' | 'welfare' | 'market', string>> {
  const enter = (serviceType: ProviderFields['serviceType']) =>
    station.done({ name: 'save-provider', input: { ...PROVIDER, serviceType } })
  return {
    administrative: await enter('administrative'),
    welfare: await enter('welfare'),
    market: await enter('market'),
  }
}
