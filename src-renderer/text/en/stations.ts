import type { stations as chinese } from '../zh-CN/stations.ts'

export const stations: typeof chinese = {
  title: 'Stations',
}
