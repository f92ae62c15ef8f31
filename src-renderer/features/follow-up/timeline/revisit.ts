import { SCALES, type ScaleId } from '#core/case-file/codes.ts'
import type { Teller, Telling } from './telling.ts'

export const revisit: Teller<'revisit'> = (act, { t }) => {
  const way = t(`codes:way.${act.way}`)
  const self = act.selfRevisit ? t('case-file:timeline.selfRevisit') : ''
  const marks = [
    act.overrideReason ? t('revisit:step.override', { reason: act.overrideReason }) : '',
    act.paper ? t('revisit:step.paper') : '',
  ].join('')
  // Whoever was rated does not learn how (desk/case-questions.ts).
  if (act.valid && act.grade === undefined) return { words: t('revisit:step.revisitedHidden', { way }) + marks }
  const said = act.valid
    ? t('case-file:timeline.revisited', {
        way,
        solved: act.solved ? t('case-file:field.solvedYes') : t('case-file:field.solvedNo'),
        grade: gradeWord(act.scale, act.grade, t),
        scale: isScale(act.scale) ? t(`codes:scale.${act.scale}`) : (act.scale ?? ''),
      }) + contactedWord(act.contacted, t)
    : t('case-file:timeline.revisitInvalid', {
        way,
        reason: act.invalidReason ? t(`codes:invalidReason.${act.invalidReason}`) : '',
      })
  const words = said + self + marks
  return act.words ? { words, quote: act.words } : { words }
}

const contactedWord = (contacted: boolean | undefined, t: Telling['t']): string =>
  contacted === undefined ? '' : t(contacted ? 'revisit:step.contacted.yes' : 'revisit:step.contacted.no')

const isScale = (id: string | undefined): id is ScaleId => id !== undefined && Object.hasOwn(SCALES, id)

/** A grade of a scale that this version does not know is shown as it was stored. */
function gradeWord(scale: string | undefined, grade: string | undefined, t: Telling['t']): string {
  if (!grade || !isScale(scale) || !(SCALES[scale] as readonly string[]).includes(grade)) return grade ?? ''
  // The pair was checked above; the compiler cannot join the two unions.
  return t(`codes:grade.${scale}.${grade}` as 'codes:grade.three-rates.satisfied')
}
