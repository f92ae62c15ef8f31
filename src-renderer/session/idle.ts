/** Whether anybody is still there: 15 minutes without a hand on mouse or keyboard, and the station locks. */

/** The lock that nobody has to remember. */
export const IDLE_MS = 15 * 60_000
/** How often it is looked at. A PC that slept is looked at when it wakes. */
const LOOK_MS = 10_000

const SIGNS = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'input'] as const

type IdleParts = {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Where the signs of a person arrive: the window. */
  readonly target: EventTarget
  /** Calls again and again; answers what stops it. */
  readonly every: (work: () => void, ms: number) => () => void
  readonly onIdle: () => void
}

/** Answers what stops the watch. */
export function watchIdle({ clock, target, every, onIdle }: IdleParts): () => void {
  let last = clock()
  const look = (): void => {
    const now = clock()
    if (now - last >= IDLE_MS) onIdle()
    // A clock set back starts anew.
    if (now - last >= IDLE_MS || now < last) last = now
  }
  // The hand that wakes a sleeping PC comes before the next look, and must not count for the time asleep.
  const note = (): void => {
    look()
    last = clock()
  }
  for (const sign of SIGNS) target.addEventListener(sign, note, { capture: true, passive: true })
  const stop = every(look, LOOK_MS)
  return () => {
    for (const sign of SIGNS) target.removeEventListener(sign, note, { capture: true })
    stop()
  }
}
