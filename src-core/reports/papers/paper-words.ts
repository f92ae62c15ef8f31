/** Every word that papers print, one table per language. To add one: its type here, then paper-words-zh.ts and paper-words-en.ts. */
import type { InvalidReason, ReferralStep, RoadStep, ServiceType, Way } from '#core/case-file/codes.ts'
import type { RefusalReason } from '#core/case-file/intake-codes.ts'
import type { Day, Moment } from '#core/lib/time.ts'

export type PaperWords = {
  readonly language: 'zh-CN' | 'en'
  readonly number: (number: string) => string
  readonly day: (day: Day) => string
  /** 2026年11月22日 08:10 */
  readonly moment: (moment: Moment) => string
  /** The last moment of a limit; one that ends at 24:00 shows its day alone. */
  readonly limit: (moment: Moment) => string
  /** Within a sentence, before 前答复. */
  readonly heads: (heads: string) => string
  readonly printed: (at: Moment, by: string) => string
  /** CSS of the page's foot: what stands before, between and after the two numbers. */
  readonly page: readonly [before: string, between: string, after: string]
  readonly notFilled: string
  readonly anonymous: string
  readonly reporter: string
  readonly confidential: string
  readonly withheld: string
  readonly undecided: string
  readonly none: string
  readonly comma: string
  /** 王素兰：, or 诉求人： where nobody is named. */
  readonly to: (name: string) => string
  readonly toNobody: string
  readonly signed: { readonly date: string; readonly seal: string }
  readonly way: Readonly<Record<Way, string>>
  readonly invalidReason: Readonly<Record<InvalidReason, string>>
  readonly label: Readonly<
    Record<
      | 'requester'
      | 'phone'
      | 'forWhom'
      | 'requestKind'
      | 'channel'
      | 'raisedAt'
      | 'receivedAt'
      | 'place'
      | 'title'
      | 'text'
      | 'dueAt'
      | 'urgency'
      | 'serviceType'
      | 'category'
      | 'receivedBy'
      | 'provider'
      | 'status'
      | 'opinion'
      | 'approval'
      | 'result'
      | 'revisit',
      string
    >
  >
  readonly visits: {
    readonly title: string
    readonly fileName: (day: Day) => string
    readonly count: (count: number) => string
    readonly late: (day: Day) => string
    /** Eight of them. */
    readonly head: readonly string[]
  }
  readonly receipt: {
    readonly title: string
    readonly fileName: string
    readonly copy: string
    readonly remarksTitle: string
    readonly remarks: readonly string[]
    readonly clerkSigns: string
    readonly requesterSigns: string
    readonly seal: string
    readonly cutAlong: (number: string) => string
    readonly stubTitle: string
    readonly stubCopy: string
    readonly received: string
  }
  readonly register: {
    readonly title: string
    readonly fileName: string
    readonly copy: string
    readonly writtenBy: string
    readonly leaderSigns: string
  }
  readonly progress: {
    readonly title: string
    readonly fileName: string
    readonly opening: (raised: Moment, title: string) => string
    readonly road: Readonly<Record<RoadStep, string>>
    readonly roadUp: Readonly<Record<RoadStep, string>>
    readonly head: readonly [string, string, string]
    readonly step: Readonly<
      Record<
        | 'receive'
        | 'dispatch'
        | 'reportUp'
        | 'provider'
        | 'contact'
        | 'visit'
        | 'notice'
        | 'answer'
        | 'close'
        | 'extend'
        | 'reopen'
        | 'revisit',
        string
      >
    >
    readonly received: (channel: string) => string
    readonly dispatched: (provider: string) => string
    readonly reportedUp: (provider: string) => string
    readonly stepOf: Readonly<Record<ReferralStep, (provider: string) => string>>
    readonly contacted: (way: string) => string
    readonly notReached: (way: string) => string
    readonly visited: string
    readonly noticed: (items: readonly string[]) => string
    readonly answered: (way: string, content: string) => string
    readonly closed: (outcome: string) => string
    /** Told the resident; why, and who agreed, stays with the staff. */
    readonly extended: (until: string) => string
    readonly reopened: string
    readonly revisited: (solved: boolean | undefined, grade: string) => string
    readonly notRevisited: (reason: string) => string
    readonly unknownProvider: string
    readonly nextTitle: string
    readonly next: (
      type: ServiceType | null,
      due: string,
    ) => Readonly<Record<'open' | 'answered' | 'closed' | 'revisited', string>>
    readonly clerkSigns: string
    readonly requesterSigns: string
    readonly seal: string
  }
  readonly notice: {
    readonly title: string
    readonly fileName: string
    readonly opening: (raised: Moment, title: string) => string
    readonly head: readonly [string, string, string]
    readonly until: (day: Day) => string
    readonly remarksTitle: string
    readonly remarks: readonly string[]
    readonly clerkSigns: string
    readonly requesterSigns: string
    readonly seal: string
    /** First line of the record that says what was told. */
    readonly told: (count: number) => string
    readonly toldUntil: (day: Day) => string
  }
  /** 不予受理 and 转其他渠道: what the resident is told in writing. */
  readonly refusal: {
    readonly title: string
    readonly guideTitle: string
    readonly fileName: string
    readonly opening: (raised: Moment, title: string) => string
    readonly refused: (reason: string) => string
    readonly guided: string
    readonly reasons: Readonly<Record<RefusalReason, string>>
    readonly channel: string
    readonly said: string
    readonly remarksTitle: string
    readonly remarks: readonly string[]
    readonly clerkSigns: string
    readonly requesterSigns: string
    readonly seal: string
  }
  /** The answer to a 12345 order, on paper. */
  readonly orderReply: {
    readonly title: string
    readonly fileName: string
    readonly number: string
    readonly at: string
    readonly due: string
    readonly demand: string
    readonly answer: string
    readonly answeredAt: string
    readonly way: string
    readonly leaderSigns: string
    readonly seal: string
  }
  readonly list: {
    readonly title: string
    readonly fileName: (day: Day) => string
    readonly copy: string
    readonly copyMasked: string
    readonly count: (count: number) => string
    readonly cut: (shown: number, of: number) => string
    readonly filters: (words: readonly string[]) => string
    readonly all: string
    readonly head: readonly string[]
  }
}
