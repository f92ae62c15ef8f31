/** 锁定: the screen hides at once; the keys go while it is hidden. */
import type { Services } from '../services/services.ts'
import { useSession } from './session.ts'

/** Nothing happens while no station is open. */
export function lockStation(desk: Services['desk']): void {
  const { phase } = useSession.getState()
  if (phase.kind !== 'open') return
  useSession.setState({
    phase: { kind: 'found', found: { kind: 'station', card: phase.opened.card, cases: null } },
    progress: null,
  })
  void desk.lock()
}
