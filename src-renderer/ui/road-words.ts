/** The words of the six steps: an administrative matter is reported up (上报), the others are dispatched (派单). */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { RoadStep, ServiceType } from '#core/case-file/codes.ts'

export const useRoadWords = (type: ServiceType | null): ((step: RoadStep) => string) =>
  roadWords(useTranslation('codes').t, type)

export function roadWords(t: TFunction<'codes'>, type: ServiceType | null): (step: RoadStep) => string {
  const table = type === null ? 'roadUndecided' : type === 'administrative' ? 'roadUp' : 'road'
  return (step) => t(`${table}.${step}`)
}
