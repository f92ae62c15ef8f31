/** The road of this case, with a word under each step: how it came in, who has it, by when. */
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { RoadTrack } from '#app/ui/road-track.tsx'
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import type { RoadStep } from '#core/case-file/codes.ts'
import { isLead } from '#core/case-file/orders.ts'
import { isOpen } from '#core/case-file/status.ts'
import type { Moment } from '#core/lib/time.ts'

export function CaseRoad({ view, now }: { readonly view: CaseView; readonly now: Moment }) {
  const { t } = useTranslation(['case-file', 'codes'])
  const moments = useMomentWords(now)
  const { file, status } = view
  const { fields } = file
  const round = currentRound(file)
  const at = (step: RoadStep): string => {
    const moment = view.road.find((mark) => mark.step === step)?.at
    return moment ? moments.at(moment) : ''
  }
  const joined = (step: RoadStep, more: string | undefined): string => [at(step), more].filter(Boolean).join(' ')
  const referral = actsOf(round, 'referral').findLast(isLead)
  const answer = actsOf(round, 'answer').at(-1)
  const closing = actsOf(round, 'closing').at(-1)
  const revisit = actsOf(round, 'revisit').findLast((act) => act.valid)
  const notes: Partial<Record<RoadStep, string>> = {
    receive: joined('receive', view.round > 1 ? t('round', { count: view.round }) : fields.channel && t(`codes:channelInside.${fields.channel}`)), // prettier-ignore
    dispatch: joined('dispatch', referral && view.providerNames[referral.provider]),
    handle: at('handle') || t('roadHint.none'),
    answer: answer ? joined('answer', t(`codes:way.${answer.way}`)) : t('roadHint.answer'),
    close: closing
      ? joined('close', t(`codes:outcome.${closing.outcome}`))
      : isOpen(status) && view.due.at
        ? t('due', { at: moments.limit(view.due.at) })
        : '',
    revisit: revisit ? joined('revisit', revisit.by && view.userNames[revisit.by]) : t('roadHint.revisit'),
  }
  for (const { step, state } of view.road) if (state === 'skipped') notes[step] = t('roadHint.none')
  return <RoadTrack marks={view.road} type={view.serviceType} now={now} notes={notes} />
}
