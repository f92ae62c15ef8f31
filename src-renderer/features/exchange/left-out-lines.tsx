/** What of many files did not go in: those that wait for a second person first, then each other reason. */
import { useTranslation } from 'react-i18next'
import type { LeftOut } from '#app/services/desk-types.ts'
import { useTakeWords } from './received-card.tsx'

export function LeftOutLines({ left }: { readonly left: readonly LeftOut[] }) {
  const { t } = useTranslation('exchange')
  const takeWords = useTakeWords()
  const reasons = new Map<LeftOut['code'], LeftOut[]>()
  // A lock says it by itself, and offers the rest afterwards.
  for (const one of left) if (one.code !== 'locked') reasons.set(one.code, [...(reasons.get(one.code) ?? []), one])
  return [...reasons].map(([code, files]) => {
    const of = { n: files.length, names: files.map(({ name }) => name).join(t('in.nameComma')) }
    return (
      <p key={code} className="problem mild" role="alert">
        {code === 'guard' ? t('in.guarded', of) : t('in.leftOut', { ...of, why: takeWords({ code }) })}
      </p>
    )
  })
}
