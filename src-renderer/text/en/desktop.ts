import type { desktop as chinese } from '../zh-CN/desktop.ts'

export const desktop = {
  lead: 'For this computer only; changes take effect at once.',
  tray: {
    name: 'Stay in the notification area when the window is closed',
    text: 'Closing the window leaves Linwu in the corner of the screen; click the icon to open it again. To end it, use Quit in the menu.',
  },
  notify: {
    name: 'Tell about late and due work',
    text: 'When the window is not in front, a system notification says how many cases are overdue and how many are due today. Numbers only, never names or contents.',
  },
} satisfies typeof chinese
