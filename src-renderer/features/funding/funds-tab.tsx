/** 经费: each with its source, its rule and what is left; income and spending are entered here. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FundRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { fundForm, incomeForm, spendForm } from './fund-forms.tsx'
import { setLedgerFilter } from './ledger-filter.ts'
import { MoneyForm } from './money-form.tsx'
import { useMoneyWords } from './money-words.ts'

type Open = { readonly form: 'fund' | 'income' | 'spend'; readonly fund: FundRow | null }

export function FundsTab() {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const year = useNow().slice(0, 4)
  const words = useMoneyWords()
  const rows = useAnswer(() => desk.funds(), [desk, revision])
  const [open, setOpen] = useState<Open | null>(null)
  const [chosen, setChosen] = useState(0)
  const all = rows ?? []
  const at = Math.max(0, Math.min(chosen, all.length - 1))
  const here = all[at]
  const usable = here && !here.closed
  const start = (form: Open['form'], fund: FundRow | null): void => setOpen({ form, fund })
  useKeys([
    { key: 'ArrowUp', label: t('settle.up'), run: () => setChosen(Math.max(0, at - 1)), quiet: true },
    { key: 'ArrowDown', label: t('settle.down'), run: () => setChosen(Math.min(all.length - 1, at + 1)), quiet: true },
    { key: 'N', label: t('funds.add'), run: () => start('fund', null) },
    { key: 'I', label: t('funds.income'), run: () => usable && start('income', here) },
    { key: 'S', label: t('funds.spend'), run: () => usable && start('spend', here) },
  ])
  const close = (): void => setOpen(null)
  if (!rows) return <p className="muted">{t('loading')}</p>
  return (
    <>
      <div className="row">
        <Button type="primary" onClick={() => start('fund', null)}>
          {t('funds.add')}
          <Kbd keys="N" />
        </Button>
      </div>
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('funds.emptyTitle')} text={t('funds.emptyText')} />
        </div>
      ) : (
        <table className="card money-table" aria-label={t('funds.list')}>
          <thead>
            <tr>
              {(['fund', 'basis', 'income', 'reserved', 'paid', 'left', 'act'] as const).map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={['income', 'reserved', 'paid', 'left'].includes(name) ? 'number' : ''}
                >
                  {name === 'act' ? (
                    <span className="spoken-only">{t('funds.column.act')}</span>
                  ) : (
                    t(`funds.column.${name}`)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((fund, i) => (
              <tr
                key={fund.id}
                className={`${i === at ? 'selected' : ''} ${fund.closed ? 'elsewhere' : ''}`}
                aria-current={i === at}
                onClick={() => setChosen(i)}
              >
                <td>
                  <b>{fund.name}</b>
                  <div className="muted small">
                    {[t(`fundKind.${fund.kind}`), fund.year, fund.number, fund.closed && t('funds.closed')]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td className="small">
                  {fund.source}
                  <div className="muted">{[fund.basis, fund.purpose].filter(Boolean).join(' · ')}</div>
                </td>
                <td className="number">{words.yuan(fund.sums.income)}</td>
                <td className="number">{words.yuan(fund.sums.reserved)}</td>
                <td className="number">{words.yuan(fund.sums.paid)}</td>
                <td className={`number ${fund.left < 0 ? 'warn' : ''}`}>{words.yuan(fund.left)}</td>
                <td className="act">
                  {!fund.closed && (
                    <>
                      <Button size="small" tabIndex={-1} onClick={() => start('income', fund)}>
                        {t('funds.income')}
                        {i === at && <Kbd keys="I" />}
                      </Button>
                      <Button size="small" tabIndex={-1} onClick={() => start('spend', fund)}>
                        {t('funds.spend')}
                        {i === at && <Kbd keys="S" />}
                      </Button>
                    </>
                  )}
                  <Button size="small" type="text" onClick={() => start('fund', fund)}>
                    {t('funds.edit')}
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    onClick={() => {
                      setLedgerFilter({ account: fund.id, provider: '', span: 'all' })
                      go({ screen: 'funding', id: 'ledger' })
                    }}
                  >
                    {t('funds.entries')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open?.form === 'fund' && (
        <MoneyForm
          title={t(open.fund ? 'funds.edit' : 'funds.add')}
          save={t('funds.save')}
          spec={fundForm}
          context={{ fund: open.fund, year }}
          command="save-fund"
          onDone={close}
          onLeave={close}
        />
      )}
      {open?.form === 'income' && open.fund && (
        <MoneyForm
          title={t('funds.income')}
          save={t('funds.saveIncome')}
          spec={incomeForm}
          context={open.fund}
          command="record-income"
          onDone={close}
          onLeave={close}
        />
      )}
      {open?.form === 'spend' && open.fund && (
        <MoneyForm
          title={t('funds.spend')}
          save={t('funds.saveSpend')}
          spec={spendForm}
          context={open.fund}
          command="record-spending"
          onDone={close}
          onLeave={close}
        />
      )}
    </>
  )
}
