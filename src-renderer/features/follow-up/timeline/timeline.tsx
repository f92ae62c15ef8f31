/** 办理记录: one sentence per act, in the order in which everybody agrees they were written. */
import { Fragment, memo, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { actsOf, everyAct, type Act, type Withdrawn } from '#core/case-file/case-file.ts'
import { epochOf, type Moment } from '#core/lib/time.ts'
import { AttachmentLine } from '../attachments/attachment-line.tsx'
import { Quote } from './quote.tsx'
import { received } from './received.ts'
import { sentenceOf } from './sentence-of.ts'
import type { Sentence, Telling } from './telling.ts'

const DAY_MS = 86_400_000
/** Steps of the road carry the accent; the rest is told in grey. */
const ROAD_ACTS: ReadonlySet<Act['type']> = new Set(['referral', 'answer', 'closing', 'reopening', 'revisit'])

type TimelineProps = {
  readonly view: CaseView
  readonly now: Moment
  readonly onOpen: (attachment: string) => void
  /** The line at the end: 下一步. */
  readonly children: ReactNode
}

export function Timeline({ children, ...told }: TimelineProps) {
  const { t } = useTranslation('case-file')
  return (
    <section className="card timeline" aria-label={t('history')}>
      <div className="row">
        <h2>{t('history')}</h2>
        <span className="muted small">{t('historyHint')}</span>
      </div>
      <ol>
        <Told {...told} />
        {children}
      </ol>
    </section>
  )
}

/** Made again when the case or the minute changed, not at every key that is typed below: a case may have 200 acts. */
const Told = memo(function Told({ view, now, onOpen }: Omit<TimelineProps, 'children'>) {
  const { t } = useTranslation(['case-file', 'codes', 'limits', 'referral', 'funding', 'supervision', 'revisit'])
  const moments = useMomentWords(now)
  const { file } = view
  // moments.at leaves the hour out of other days; here it tells two acts of one day apart.
  const when = (moment: Moment): string => {
    const words = moments.at(moment)
    return words.includes(':') ? words : `${words} ${moment.slice(11, 16)}`
  }
  const telling: Telling = { view, t, limit: (moment) => moments.limit(moment), when }
  const nameOf = (user: string | undefined): string => (user && view.userNames[user]) || t('unknownPerson')
  const { rounds, withdrawn, disputed, acts } = useMemo(
    () => ({
      acts: everyAct(file),
      rounds: actsOf(file.acts, 'reopening').map((act) => act.id),
      withdrawn: new Map(file.withdrawn.map((one) => [one.act.id, one])),
      disputed: new Set(file.conflicts.map((conflict) => conflict.slice(0, conflict.lastIndexOf('.')))),
    }),
    [file],
  )

  return (
    <>
      {file.fields.receivedAt && (
        <Line
          at={file.fields.receivedAt}
          shown={when(file.fields.receivedAt)}
          who={nameOf(file.fields.receivedBy)}
          sentence={received(telling)}
          accent
        />
      )}
      {acts.map((act) => {
        const taken = withdrawn.get(act.id)
        return (
          <Fragment key={act.id}>
            {rounds.includes(act.id) && (
              <li className="round">
                <span>{t('timeline.roundStarts', { count: 2 + rounds.indexOf(act.id) })}</span>
              </li>
            )}
            <Line
              at={act.at}
              shown={when(act.at)}
              who={nameOf(act.by)}
              sentence={sentenceOf(act, telling)}
              accent={ROAD_ACTS.has(act.type) && !taken}
              withdrawn={taken !== undefined}
              marks={
                <>
                  <Marks act={act} disputed={disputed.has(act.id)} when={when} />
                  {taken && <TakenBack taken={taken} who={nameOf(taken.by)} when={when} />}
                </>
              }
            >
              {act.type === 'attachment' && !taken && <AttachmentLine attachment={act} onOpen={onOpen} />}
            </Line>
          </Fragment>
        )
      })}
    </>
  )
})

type LineProps = {
  readonly at: Moment
  readonly shown: string
  readonly who: string
  readonly sentence: Sentence
  readonly accent: boolean
  readonly withdrawn?: boolean
  readonly marks?: ReactNode
  readonly children?: ReactNode
}

function Line({ at, shown, who, sentence, accent, withdrawn = false, marks, children }: LineProps) {
  const told = (
    <>
      <b>{who}</b> {sentence.words}
    </>
  )
  return (
    <li className={`entry${accent ? ' accent' : ''}${withdrawn ? ' withdrawn' : ''}`}>
      <time className="when" dateTime={at} title={at.slice(0, 16).replace('T', ' ')}>
        {shown}
      </time>
      <i aria-hidden="true" />
      <div>
        {withdrawn ? <s>{told}</s> : told}
        {marks}
        {sentence.quote && <Quote words={sentence.quote} lang={sentence.quoteLang} struck={withdrawn} />}
        {children}
      </div>
    </li>
  )
}

/** 补记: typed in more than a day after it happened. 有两种写法: two computers wrote it differently. */
function Marks({ act, disputed, when }: { act: Act; disputed: boolean; when: (moment: Moment) => string }) {
  const { t } = useTranslation('case-file')
  const late = epochOf(act.enteredAt) - epochOf(act.at) > DAY_MS
  return (
    <>
      {late && (
        <span className="mark" title={t('lateEntryHint', { at: when(act.enteredAt) })}>
          {t('lateEntry')}
        </span>
      )}
      {disputed && (
        <span className="mark warn" title={t('disputedHint')}>
          {t('disputed')}
        </span>
      )}
    </>
  )
}

type TakenBackProps = {
  readonly taken: Withdrawn
  readonly who: string
  readonly when: (moment: Moment) => string
}

/** 已撤销 · who · when. */
function TakenBack({ taken, who, when }: TakenBackProps) {
  const { t } = useTranslation('case-file')
  return <span className="mark">{t('timeline.withdrawn', { who, at: when(taken.at) })}</span>
}
