import type { exchange as chinese } from '../zh-CN/exchange.ts'

export const exchange: typeof chinese = {
  title: 'Files',
}
