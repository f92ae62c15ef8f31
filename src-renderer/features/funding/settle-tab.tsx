/** 待结算: delivered and not paid. Enter opens the selected one; after Ctrl+Enter the next is there already. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderMoneyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { MoneyForm } from './money-form.tsx'
import { before, useMoneyWords } from './money-words.ts'
import { settleForm } from './settle-form.tsx'

export function SettleTab() {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const moments = useMomentWords(useNow())
  const words = useMoneyWords()
  const answer = useAnswer(() => desk.toSettle(), [desk, revision])
  const [chosen, setChosen] = useState(0)
  const [open, setOpen] = useState<OrderMoneyView | null>(null)
  const [done, setDone] = useState(0)
  const rows = answer?.rows ?? []
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  useKeys([
    { key: 'ArrowUp', label: t('settle.up'), run: () => setChosen(Math.max(0, at - 1)), quiet: true },
    { key: 'ArrowDown', label: t('settle.down'), run: () => setChosen(Math.min(rows.length - 1, at + 1)), quiet: true },
    { key: 'Enter', label: t('settle.open'), run: () => setOpen(rows[at] ?? null) },
  ])
  if (!answer) return <p className="muted">{t('loading')}</p>
  /** The one behind it takes its place in the list; the last one ends the row. */
  const goOn = (): void => {
    const next = rows[at + 1] ?? null
    setDone(done + 1)
    setOpen(next)
  }
  return (
    <>
      <p className="muted small">
        {rows.length > 0 ? t('settle.hint') : ''} {answer.waiting > 0 && t('settle.waiting', { n: answer.waiting })}
      </p>
      {done > 0 && (
        <div className="done" role="status">
          {t('settle.done', { n: done })}
        </div>
      )}
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('settle.emptyTitle')} text={t('settle.emptyText')} />
        </div>
      ) : (
        <table className="card money-table" aria-label={t('settle.list')}>
          <thead>
            <tr>
              {(['order', 'provider', 'account', 'done', 'reserved', 'act'] as const).map((name) => (
                <th key={name} scope="col" className={name === 'reserved' ? 'number' : ''}>
                  {name === 'act' ? (
                    <span className="spoken-only">{t('settle.column.act')}</span>
                  ) : (
                    t(`settle.column.${name}`)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr
                key={row.referral}
                className={i === at ? 'selected' : ''}
                aria-current={i === at}
                onClick={() => setChosen(i)}
              >
                <td>
                  <a href={pathOf({ screen: 'case', id: row.case })}>{row.number}</a>
                  <div className="one-line muted small">{row.title}</div>
                </td>
                <td>{row.providerName}</td>
                <td>{row.accountName}</td>
                <td>
                  {row.doneAt === null ? (
                    <span className="warn small">{t('settle.closedUndone')}</span>
                  ) : (
                    moments.at(row.doneAt)
                  )}
                </td>
                <td className="number">
                  {row.open && `${before(words.units(row.open.units, row.unit))}${words.yuan(row.open.fen)}`}
                </td>
                <td className="act">
                  <Button
                    size="small"
                    tabIndex={-1}
                    type={i === at ? 'primary' : 'default'}
                    onClick={() => {
                      setChosen(i)
                      setOpen(row)
                    }}
                  >
                    {t('settle.open')} <span className="spoken-only">{row.number}</span>
                    {i === at && <Kbd keys="↵" />}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={4} />
              <td className="number">{words.yuan(rows.reduce((sum, one) => sum + (one.open?.fen ?? 0), 0))}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
      {open && (
        <MoneyForm
          key={open.referral}
          title={t('settle.title', { number: open.number })}
          save={rows.length > 1 ? t('settle.saveNext') : t('settle.save')}
          spec={settleForm}
          context={open}
          command="settle-order"
          onDone={goOn}
          onLeave={() => setOpen(null)}
        />
      )}
    </>
  )
}
