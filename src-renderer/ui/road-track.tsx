/** The road as a track, for the case page: six steps with their words and times. */
import { useTranslation } from 'react-i18next'
import type { ServiceType } from '#core/case-file/codes.ts'
import type { RoadMark } from '#core/case-file/status.ts'
import type { Moment } from '#core/lib/time.ts'
import { useMomentWords } from './moment-words.ts'
import { useRoadWords } from './road-words.ts'

/** `notes`: a word under a step that has no time yet (向本人, 由其他人员). */
type RoadTrackProps = {
  readonly marks: readonly RoadMark[]
  readonly type: ServiceType | null
  readonly now: Moment
  readonly notes?: Partial<Readonly<Record<RoadMark['step'], string>>>
}

export function RoadTrack({ marks, type, now, notes = {} }: RoadTrackProps) {
  const { t } = useTranslation('app')
  const word = useRoadWords(type)
  const words = useMomentWords(now)
  return (
    <ol className="road-track card">
      {marks.map(({ step, state, at }) => (
        <li key={step} className={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
          <i aria-hidden="true" />
          <b>
            {word(step)}
            <span className="spoken-only">{t(`road.state.${state}`)}</span>
          </b>
          <small>{notes[step] ?? (at ? words.at(at) : '')}</small>
        </li>
      ))}
    </ol>
  )
}
