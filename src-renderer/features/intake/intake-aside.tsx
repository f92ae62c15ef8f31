/** Three places that never move: what this may repeat, the kinds of service, and danger. Filled while one writes. */
import { DangerCard } from './intake-danger.tsx'
import { RepeatsCard } from './intake-repeats.tsx'
import { ServicesCard } from './intake-services.tsx'

export function IntakeAside() {
  return (
    <aside className="intake-aside">
      <RepeatsCard />
      <ServicesCard />
      <DangerCard />
    </aside>
  )
}
