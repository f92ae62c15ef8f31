/** Where the window opens. Pure: the screens that are there now come in as their work areas (task bar left out). */
import type { Rectangle, WindowPlace } from './desktop-file.ts'

/** The commonest office screen; smaller ones show the whole program from MINIMUM on. */
export const FIRST_SIZE = { width: 1366, height: 768 } as const
export const MINIMUM = { width: 1024, height: 640 } as const
/** As much of the title bar must be reachable for a hand to take hold of the window. */
const GRIP = { width: 120, height: 40 } as const

/** `saved` as it was, if a screen still shows its title bar; else its size in the middle of the first screen. */
export function placeWindow(saved: WindowPlace | null, areas: readonly Rectangle[]): WindowPlace {
  const size = saved ?? FIRST_SIZE
  if (saved && areas.some((area) => holds(area, saved))) return saved
  const area = areas[0] ?? { x: 0, y: 0, ...size }
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
    maximised: saved?.maximised ?? false,
  }
}

function holds(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return seen >= GRIP.width && y >= area.y && y + GRIP.height <= area.y + area.height
}
