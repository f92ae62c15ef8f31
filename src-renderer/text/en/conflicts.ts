import type { conflicts as chinese } from '../zh-CN/conflicts.ts'

export const conflicts: typeof chinese = {
  title: 'To settle',
}
