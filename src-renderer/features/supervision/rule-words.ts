/** The sentence of what a rule found, with the numbers that decided. */
import { useTranslation } from 'react-i18next'
import type { HitRow } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { isMoment } from '#core/lib/time.ts'

export function useRuleWords(): (hit: HitRow) => string {
  const { t } = useTranslation('supervision')
  const words = useMomentWords(useNow())
  return ({ rule, facts, days }) => {
    const shown = Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' && isMoment(fact) ? words.timed(fact) : fact,
    ])
    return t(`rule.${rule}.says`, { ...Object.fromEntries(shown), days })
  }
}
