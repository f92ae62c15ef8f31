/** A time limit as a bar and a sentence: 今天 11:30 · 还剩 2 小时. Red only for what is late. */
import type { Moment } from '#core/lib/time.ts'
import { daysBetween } from './moment-words.ts'
import { useRowWords, type RowWords } from './row-words.ts'

/** From here on a limit of today is shown in amber with the time left. */
const SOON_MS = 4 * 3_600_000

type DeadlineProps = {
  /** null: no limit runs (imported records). */
  readonly dueAt: Moment | null
  /** When the clock started: the bar's left end. */
  readonly from: Moment
  /** False after closing: the limit is told, nothing counts down. */
  readonly running?: boolean
}

export const Deadline = ({ now, ...limit }: DeadlineProps & { readonly now: Moment }) => (
  <DeadlineLine {...limit} words={useRowWords(now)} />
)

/** The same where the words are at hand: in the rows of a long list. */
export function DeadlineLine({ dueAt, from, words, running = true }: DeadlineProps & { readonly words: RowWords }) {
  const { app: t, moments, now } = words
  if (dueAt === null) return <div className="deadline">{running ? t('deadline.none') : ''}</div>
  const at = moments.limit(dueAt)
  if (!running) return <div className="deadline">{at}</div>
  const left = Date.parse(dueAt) - Date.parse(now)
  const share = 1 - left / Math.max(1, Date.parse(dueAt) - Date.parse(from))
  const state = left < 0 ? 'late' : left < SOON_MS ? 'soon' : 'calm'
  const sentence =
    state === 'late'
      ? t('deadline.late', { at, span: moments.span(-left) })
      : state === 'soon' || daysBetween(now, dueAt) === 0
        ? t('deadline.left', { at, span: moments.span(left) })
        : at
  return (
    <div className={`deadline ${state}`}>
      {sentence}
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(0, Math.min(100, Math.round(share * 100)))} height="6" />
      </svg>
    </div>
  )
}
