/** A time limit as a bar and a sentence: 今天 11:30 · 还剩 2 小时, with marks for what moved it. Red only for what is late. */
import type { Moment } from '#core/lib/time.ts'
import { daysBetween } from './moment-words.ts'
import { useRowWords, type RowWords } from './row-words.ts'

/** From here on a limit of today is shown in amber with the time left. */
const SOON_MS = 4 * 3_600_000

/** Where the clock stands: 已暂停 · 延期 ×n · 该催办 · 该督办. From when on the last two hold; null: as things are, never. */
export type ClockStanding = {
  readonly paused: boolean
  readonly extensions: number
  readonly urgeAt: Moment | null
  readonly superviseAt: Moment | null
}

type DeadlineProps = {
  /** null: no limit runs (imported records). While `standing.paused`: where it was stopped, if that is known. */
  readonly dueAt: Moment | null
  /** When the clock started: the bar's left end. */
  readonly from: Moment
  /** False after closing: the limit is told, nothing counts down. */
  readonly running?: boolean
  readonly standing?: ClockStanding | undefined
  /** The holidays of a year that it runs into were not known. */
  readonly unsure?: boolean
}

export const Deadline = ({ now, ...limit }: DeadlineProps & { readonly now: Moment }) => (
  <DeadlineLine {...limit} words={useRowWords(now)} />
)

/** The same where the words are at hand: in the rows of a long list. */
export function DeadlineLine({
  dueAt,
  from,
  words,
  running = true,
  standing,
  unsure = false,
}: DeadlineProps & { readonly words: RowWords }) {
  const { app: t, moments, now } = words
  const marks = <Marks standing={standing} unsure={unsure} running={running} words={words} />
  if (running && standing?.paused)
    return (
      <div className="deadline">
        <div className="sentence">
          {dueAt && `${moments.limit(dueAt)} `}
          {marks}
        </div>
      </div>
    )
  if (dueAt === null) return <div className="deadline">{running ? t('deadline.none') : ''}</div>
  const at = moments.limit(dueAt)
  if (!running)
    return (
      <div className="deadline">
        <div className="sentence">
          {at} {marks}
        </div>
      </div>
    )
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
      <div className="sentence">
        {sentence} {marks}
      </div>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(0, Math.min(100, Math.round(share * 100)))} height="6" />
      </svg>
    </div>
  )
}

type MarksProps = Pick<DeadlineProps, 'standing' | 'unsure' | 'running'> & { readonly words: RowWords }

function Marks({ standing, unsure, running, words: { limits: t, now } }: MarksProps) {
  const { paused = false, extensions = 0, urgeAt = null, superviseAt = null } = standing ?? {}
  const isOver = (from: Moment | null, at: Moment): boolean => from !== null && at >= from
  return (
    <>
      {running && paused && <span className="clock-mark">{t('chip.paused')}</span>}
      {extensions > 0 && <span className="clock-mark">{t('chip.extended', { count: extensions })}</span>}
      {running && isOver(superviseAt, now) && <span className="clock-mark late">{t('chip.supervise')}</span>}
      {running && isOver(urgeAt, now) && <span className="clock-mark late">{t('chip.urge')}</span>}
      {unsure && (
        <span className="clock-mark warn" title={t('chip.unsureHint')}>
          {t('chip.unsure')}
        </span>
      )}
    </>
  )
}
