/** 协议: each with what is settled, reserved and left, and what to look out for. Entered and changed on its provider's page. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { setLedgerFilter } from './ledger-filter.ts'
import { useMoneyWords } from './money-words.ts'

export function AgreementsTab() {
  const { t } = useTranslation(['funding', 'providers'])
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const rows = useAnswer(() => desk.agreements(), [desk, revision])
  if (!rows) return <p className="muted">{t('funding:loading')}</p>
  if (rows.length === 0)
    return (
      <div className="card">
        <EmptyState title={t('funding:agreements.emptyTitle')} text={t('funding:agreements.emptyText')}>
          <Button type="primary" onClick={() => go({ screen: 'providers' })}>
            {t('funding:agreements.toProviders')}
          </Button>
        </EmptyState>
      </div>
    )
  return (
    <>
      <table className="card money-table" aria-label={t('funding:agreements.list')}>
        <thead>
          <tr>
            {(['agreement', 'term', 'price', 'used', 'left', 'act'] as const).map((name) => (
              <th key={name} scope="col">
                {name === 'act' ? (
                  <span className="spoken-only">{t('funding:agreements.column.act')}</span>
                ) : (
                  t(`funding:agreements.column.${name}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <p className="muted small">{t('funding:agreements.hint')}</p>
    </>
  )
}

function Row({ row }: { readonly row: AgreementRow }) {
  const { t } = useTranslation('funding')
  const words = useMoneyWords()
  const { unit, unitFen, quota, capFen, spent, used } = row
  const isMoney = quota === null || unit === 'fen'
  const of = isMoney ? (quota ?? capFen ?? null) : quota
  const paid = isMoney
    ? spent.paid + (unit === 'fen' ? used : Math.round(used * (unitFen ?? 0)))
    : spent.paidUnits + used
  const held = isMoney ? spent.reserved : spent.reservedUnits
  const shown = (n: number): string => (isMoney ? words.yuan(n) : words.units(n, unit) || '0')
  const warn = row.warnings.map((one) =>
    one === 'ending' || one === 'over' ? t(`warning.${one}`, { day: row.to }) : t(`warning.${one}`),
  )
  return (
    <tr className={row.own ? '' : 'elsewhere'}>
      <td>
        <a className="one-line" href={pathOf({ screen: 'providers', id: row.provider })}>
          <b>{row.providerName}</b>
        </a>
        <div className="muted small one-line">
          {[t(`terms.kind.${row.kind}`), row.number, row.itemWords].filter(Boolean).join(' · ')}
        </div>
        {!row.own && <div className="small">{t('agreements.elsewhere')}</div>}
      </td>
      <td className="small">
        {row.from}
        <br />
        {row.to}
      </td>
      <td className="number">{unitFen === null ? t('nothing') : words.yuan(unitFen)}</td>
      <td className="used">
        {of === null ? (
          <span className="muted">{t('agreements.noLimit')}</span>
        ) : (
          <Bar paid={paid} held={held} of={of} label={t('agreements.bar', { paid: shown(paid), reserved: shown(held), of: shown(of) })} /> // prettier-ignore
        )}
        <div className="small muted">
          {[
            t('agreements.bar', { paid: shown(paid), reserved: shown(held), of: of === null ? t('agreements.noLimit') : shown(of) }), // prettier-ignore
            used > 0 && t('agreements.opening', { n: unit === 'fen' ? words.yuan(used) : words.units(used, unit) }),
            capFen != null && !isMoney && t('agreements.cap', { n: yuanText(capFen) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {warn.length > 0 && <div className="warn small">{warn.join(' · ')}</div>}
      </td>
      <td className="number">{words.left(row.room, unit) ?? t('agreements.noLimit')}</td>
      <td className="act">
        <Button
          size="small"
          onClick={() => {
            setLedgerFilter({ account: row.id, provider: '', span: 'all' })
            go({ screen: 'funding', id: 'ledger' })
          }}
        >
          {t('agreements.entries')} <span className="spoken-only">{row.number}</span>
        </Button>
      </td>
    </tr>
  )
}

/** Drawn as SVG: the page's policy lets no width be written into a style attribute. */
export function Bar({
  paid,
  held,
  of,
  label,
}: {
  readonly paid: number
  readonly held: number
  readonly of: number
  readonly label: string
}) {
  // prettier-ignore
  const part = (n: number): number => (of === 0 ? 0 : Math.max(0, Math.min(100, (n / of) * 100)))
  const [first, both] = [part(paid), part(paid + held)]
  return (
    <svg className="money-bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="room" width="100" height="8" />
      <rect className={paid + held > of ? 'held over' : 'held'} width={both} height="8" />
      <rect className={paid > of ? 'paid over' : 'paid'} width={first} height="8" />
    </svg>
  )
}
