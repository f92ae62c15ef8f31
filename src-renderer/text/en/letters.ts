import type { letters as chinese } from '../zh-CN/letters.ts'

export const letters: typeof chinese = {
  title: 'Letters',
}
