import { useTranslation } from 'react-i18next'
import { SCALES } from '#core/case-file/codes.ts'

/** A grade of a scale that this version does not know is shown as it was stored. */
export function useGradeWord(): (scale: string, grade: string) => string {
  const { t } = useTranslation('codes')
  return (scale, grade) => {
    const grades: readonly string[] = Object.hasOwn(SCALES, scale) ? SCALES[scale as keyof typeof SCALES] : []
    // The pair was checked above; the compiler cannot join the two unions.
    return grades.includes(grade) ? t(`grade.${scale}.${grade}` as 'grade.three-rates.satisfied') : grade
  }
}
