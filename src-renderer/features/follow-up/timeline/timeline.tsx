/** 办理记录: one sentence per act, in the order in which everybody agrees they were written. */
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { actsOf, type Act } from '#core/case-file/case-file.ts'
import type { ActType } from '#core/case-file/fields.ts'
import { epochOf, type Moment } from '#core/lib/time.ts'
import { AttachmentView } from '../attachment-view.tsx'
import { received } from './received.ts'
import { sentenceOf } from './sentence-of.ts'
import type { Sentence, Telling } from './telling.ts'

const DAY_MS = 86_400_000
/** Steps of the road carry the accent; the rest is told in grey. */
const ROAD_ACTS: ReadonlySet<ActType> = new Set(['referral', 'answer', 'closing', 'reopening', 'revisit'])

type TimelineProps = {
  readonly view: CaseView
  readonly now: Moment
  /** null on a closed case. */
  readonly onNote: (() => void) | null
}

export function Timeline({ view, now, onNote }: TimelineProps) {
  const { t } = useTranslation(['case-file', 'codes'])
  const moments = useMomentWords(now)
  const { file } = view
  // moments.at leaves the hour out of other days; here it tells two acts of one day apart.
  const when = (moment: Moment): string => {
    const words = moments.at(moment)
    return words.includes(':') ? words : `${words} ${moment.slice(11, 16)}`
  }
  const telling: Telling = { view, t, when }
  const nameOf = (user: string | undefined): string => (user && view.userNames[user]) || t('case-file:unknownPerson')
  const rounds = actsOf(file.acts, 'reopening').map((act) => act.id)

  return (
    <section className="card timeline" aria-label={t('case-file:history')}>
      <div className="row">
        <h2>{t('case-file:history')}</h2>
        <span className="muted small">{t('case-file:historyHint')}</span>
      </div>
      <ol>
        {file.fields.receivedAt && (
          <Line
            at={file.fields.receivedAt}
            shown={when(file.fields.receivedAt)}
            who={nameOf(file.fields.receivedBy)}
            sentence={received(telling)}
            accent
          />
        )}
        {file.acts.map((act) => (
          <Fragment key={act.id}>
            {act.type === 'reopening' && (
              <li className="round">
                <span>{t('case-file:timeline.roundStarts', { count: 2 + rounds.indexOf(act.id) })}</span>
              </li>
            )}
            <Line
              at={act.at}
              shown={when(act.at)}
              who={nameOf(act.by)}
              sentence={sentenceOf(act, telling)}
              accent={ROAD_ACTS.has(act.type)}
              marks={
                <Marks
                  act={act}
                  disputed={file.conflicts.some((conflict) => conflict.startsWith(`${act.id}.`))}
                  when={when}
                />
              }
            >
              {act.type === 'attachment' && <AttachmentView attachment={act} />}
            </Line>
          </Fragment>
        ))}
        {onNote && (
          <li className="entry next">
            <span className="when">{t('case-file:nextStep')}</span>
            <i aria-hidden="true" />
            <button type="button" className="quote" onClick={onNote}>
              {t('case-file:nextHint')} <Kbd keys="N" />
            </button>
          </li>
        )}
      </ol>
    </section>
  )
}

type LineProps = {
  readonly at: Moment
  readonly shown: string
  readonly who: string
  readonly sentence: Sentence
  readonly accent: boolean
  readonly marks?: ReactNode
  readonly children?: ReactNode
}

function Line({ at, shown, who, sentence, accent, marks, children }: LineProps) {
  return (
    <li className={`entry${accent ? ' accent' : ''}`}>
      <time className="when" dateTime={at} title={at.slice(0, 16).replace('T', ' ')}>
        {shown}
      </time>
      <i aria-hidden="true" />
      <div>
        <b>{who}</b> {sentence.words}
        {marks}
        {sentence.quote && <div className="quote">{sentence.quote}</div>}
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
