import { atTime } from '#core/lib/time.ts'
import type { DoerRule } from '../rule.ts'

/** 超出承接能力: more orders in hand for a service than its provider said it can take. Unknown (未填) exceeds nothing. */
export const capacity: DoerRule = {
  code: 'capacity',
  look: ({ services }, { today }) =>
    services
      .filter(({ most, open }) => open.length > most)
      .map(({ id, name, most, open }) => ({
        since: atTime(today, '00:00:00'),
        until: null,
        key: `${id} ${open.length}/${most}`,
        facts: { name, open: open.length, most },
        cases: open,
      })),
}
