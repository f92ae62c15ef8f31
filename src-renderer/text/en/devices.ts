import type { devices as chinese } from '../zh-CN/devices.ts'

export const devices: typeof chinese = {
  title: 'PCs and keys',
}
