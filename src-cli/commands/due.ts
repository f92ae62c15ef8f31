/** What is due, late, to be urged and to be supervised on a day, with the reason: the ladder of DOMAIN §5.8. */
import { readCase, readProvider } from '#core/book/book.ts'
import { readingOf } from '#core/book/reading.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import type { ServiceType, Status } from '#core/case-file/codes.ts'
import { dueOf, type Pause } from '#core/case-file/due.ts'
import { ladderTimes } from '#core/case-file/ladder-times.ts'
import { isOpen, openReferral, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { stepAt } from '#core/follow-up/ladder.ts'
import { ok } from '#core/lib/result.ts'
import { atTime, isDay, momentOf, type Moment } from '#core/lib/time.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { clock } from '../clock.ts'
import { misused, type Command, type Given } from '../command.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'due DIR [--on DAY] --password-file F [--json]'

/** The worst first. */
const STEPS = ['supervise', 'urge', 'overdue', 'due-today', 'due-soon', 'paused'] as const
type Step = (typeof STEPS)[number]

type DueCase = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly step: Step
  readonly reason: string
  readonly dueAt: Moment | null
  readonly originalDueAt: Moment | null
  readonly extensions: number
  readonly paused: Pause | null
  readonly unsure: boolean
  readonly status: Status
  readonly serviceType: ServiceType | null
  readonly provider: string
}

const WORDS: Readonly<Record<Step, readonly [zh: string, en: string]>> = {
  supervise: ['该督办', 'to supervise'],
  urge: ['该催办', 'to urge'],
  overdue: ['超期', 'overdue'],
  'due-today': ['当天到期', 'due that day'],
  'due-soon': ['临期', 'due soon'],
  paused: ['暂停计时', 'clock stopped'],
}

export const due: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '列出那一天下班时该督办、该催办、超期、临期的工单和理由。DAY 如 2026-02-27，不写就是现在。',
    en: 'Lists what is to be supervised, to be urged, overdue or due soon at the end of that day, and why. DAY is 2026-02-27; now when left out.',
  },
  places: ['DIR'],
  options: { on: 'value', 'password-file': 'value' },
  async run(given) {
    const on = given.option('on')
    if (on !== undefined && !isDay(on))
      return misused({ code: 'wrong-value', words: { word: 'on', value: on, allowed: '2026-02-27' } })
    // A day as a whole: what falls due on it is due, not yet late.
    const now = on === undefined ? momentOf(clock()) : atTime(on, '23:59:59')
    return withStation(given, USAGE, async ({ book, card }) => {
      const { calendar } = limitRules(readingOf(book, card.short))
      const cases: DueCase[] = []
      for (const id of book.cases) {
        const file = asOf(readCase(book, id), now)
        if (!file || !isOpen(statusOf(file))) continue
        const deadline = dueOf(file)
        const times = ladderTimes(file, deadline)
        const rung = stepAt(times, now, calendar)
        const isToday = rung === 'due-soon' && deadline.at?.slice(0, 10) === now.slice(0, 10)
        const step: Step | null = isToday ? 'due-today' : rung !== 'none' ? rung : deadline.paused ? 'paused' : null
        if (!step) continue
        const provider = readProvider(book, openReferral(file)?.provider ?? '')?.name ?? ''
        cases.push({
          id,
          number: file.fields.number ?? '',
          title: file.fields.title ?? '',
          step,
          reason: reasonOf(step, times.overdue, deadline, now, given.language),
          dueAt: deadline.at,
          originalDueAt: deadline.original,
          extensions: deadline.extensions,
          paused: deadline.paused,
          unsure: deadline.unsure,
          status: statusOf(file),
          serviceType: serviceTypeOf(file),
          provider,
        })
      }
      cases.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || compare(a.dueAt ?? '', b.dueAt ?? '') || compare(a.number, b.number)) // prettier-ignore
      const words = codeWords(given.language)
      const at = given.language === 'en' ? 1 : 0
      const lines = cases.map(({ number, step, reason, serviceType, provider, title }) =>
        [number, WORDS[step][at], reason, words.serviceType[serviceType ?? 'undecided'], provider, title]
          .filter(Boolean)
          .join('  '),
      )
      const counts = Object.fromEntries(STEPS.map((step) => [step, cases.filter((one) => one.step === step).length]))
      const sum = STEPS.map((step) => `${WORDS[step][at]} ${counts[step]}`).join(at ? ', ' : '，')
      return ok({ json: { on: now.slice(0, 10), counts, cases }, lines: [...lines, sum] })
    })
  },
}

function reasonOf(
  step: Step,
  overdue: Moment | null,
  { at, paused, unsure }: ReturnType<typeof dueOf>,
  now: Moment,
  language: Given['language'],
): string {
  const en = language === 'en'
  const day = (moment: Moment | null | undefined): string => (moment ?? '').slice(0, 16).replace('T', ' ')
  const late = overdue ? Math.floor((Date.parse(now) - Date.parse(overdue)) / 86_400_000) : 0
  const doubt = unsure ? (en ? '; holidays of that year not known' : '；那一年的放假安排还没有') : ''
  const reasons: Readonly<Record<Step, string>> = {
    supervise: en ? `due ${day(at)}, ${late} days late, no result 5 working days after urging` : `时限 ${day(at)}，超期 ${late} 天，催办后 5 个工作日仍未办结`, // prettier-ignore
    urge: en ? `due ${day(at)}, ${late} days late, nobody urged since` : `时限 ${day(at)}，超期 ${late} 天，还没有催办`,
    overdue: en ? `due ${day(at)}, ${late} days late` : `时限 ${day(at)}，超期 ${late} 天`,
    'due-today': en ? `due ${day(at)}` : `时限 ${day(at)}`,
    'due-soon': en ? `due ${day(at)}` : `时限 ${day(at)}`,
    paused: en ? `stopped ${day(paused?.since)}, look again ${day(paused?.until)}` : `${day(paused?.since)} 起暂停，${day(paused?.until)} 再看`, // prettier-ignore
  }
  return reasons[step] + doubt
}

/** As the case stood then: what was written about later days is left out. */
const asOf = (file: CaseFile | null, now: Moment): CaseFile | null =>
  file && (file.fields.receivedAt ?? '') <= now ? { ...file, acts: file.acts.filter(({ at }) => at <= now) } : null

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
