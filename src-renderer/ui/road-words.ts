/** The words of the six steps: an administrative matter is reported up (上报), the others are dispatched (派单). */
import { useTranslation } from 'react-i18next'
import type { RoadStep, ServiceType } from '#core/case-file/codes.ts'

export function useRoadWords(type: ServiceType | null): (step: RoadStep) => string {
  const { t } = useTranslation('codes')
  const table = type === null ? 'roadUndecided' : type === 'administrative' ? 'roadUp' : 'road'
  return (step) => t(`${table}.${step}`)
}
