/** What taking a file in would do, in numbers. Conflicts, erasures and what waits are said even when there are none. */
import { useTranslation } from 'react-i18next'
import type { Received } from '#app/services/desk-types.ts'

type DryRun = NonNullable<Received['dryRun']>
type Line = { readonly name: string; readonly n: number; readonly why?: string; readonly look?: 'warn' | 'bad' }

export function DryRunSheet({ dryRun }: { readonly dryRun: DryRun }) {
  const { t } = useTranslation('exchange')
  const { counts, letters, forks } = dryRun
  const some = (
    name: 'newCases' | 'changedCases' | 'providers' | 'letters' | 'blobs' | 'grants' | 'revoked',
    n: number,
  ): Line[] => (n > 0 ? [{ name: t(`sheet.${name}`), n, ...(name === 'revoked' && { look: 'warn' as const }) }] : [])
  const lines: readonly Line[] = [
    ...some('newCases', dryRun.newCases),
    ...some('changedCases', dryRun.changedCases),
    ...some('providers', dryRun.providers),
    ...some('letters', letters),
    ...some('blobs', dryRun.blobs),
    ...some('grants', dryRun.grants),
    { name: t('sheet.fresh'), n: counts.fresh },
    { name: t('sheet.known'), n: counts.known },
    {
      name: t('sheet.conflicts'),
      n: counts.conflicts,
      ...(counts.conflicts > 0 && { why: t('sheet.conflictsWhy'), look: 'warn' as const }),
    },
    { name: t('sheet.undone'), n: dryRun.undone, ...(dryRun.undone > 0 && { look: 'bad' as const }) },
    ...some('revoked', dryRun.revoked),
    { name: t('sheet.held'), n: counts.held, ...(counts.held > 0 && { why: t('sheet.heldWhy'), look: 'warn' as const }) }, // prettier-ignore
  ]
  return (
    <section className="exchange-sheet" aria-label={t('sheet.title')}>
      <h3>{t('sheet.title')}</h3>
      <dl>
        {lines.map(({ name, n, why, look = '' }) => (
          <div key={name} className={look}>
            <dt>
              {name}
              {why && <small>{why}</small>}
            </dt>
            <dd>{n.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {counts.fresh === 0 && letters === 0 && <p className="muted">{t('sheet.nothing')}</p>}
      {forks > 0 && <p className="problem mild">{t('sheet.forks', { n: forks })}</p>}
    </section>
  )
}
