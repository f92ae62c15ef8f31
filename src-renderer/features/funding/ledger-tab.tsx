/** 台账: every entry of a period, what stood before and after it; each opens its case. Out as .xlsx, or as a printed statement. */
import { Button } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { ledgerSheet } from '#core/reports/money-sheet.ts'
import { dayOf } from '#core/lib/time.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { daysOf, setLedgerFilter, useLedgerFilter, type Span } from './ledger-filter.ts'
import { MoneyForm } from './money-form.tsx'
import { useMoneyNames } from './use-money-names.ts'
import { useMoneyWords } from './money-words.ts'
import { adjustForm, type Correcting } from './settle-form.tsx'

const SPANS: readonly Span[] = ['month', 'last-month', 'year', 'all', 'days']
const PAGE = 100

export type PrintStatementProps = {
  readonly provider: string
  readonly from: string
  readonly to: string
  readonly onClose: () => void
}

export function LedgerTab({ Print }: { readonly Print: ComponentType<PrintStatementProps> }) {
  const { t } = useTranslation('funding')
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const revision = useSession((session) => session.revision)
  const today = dayOf(useNow())
  const filter = useLedgerFilter()
  const names = useMoneyNames()
  const words = useMoneyWords()
  const [limit, setLimit] = useState(PAGE)
  const [printing, setPrinting] = useState(false)
  const [correcting, setCorrecting] = useState<Correcting | null>(null)
  const { from, to } = daysOf(filter, today)
  const query = { provider: filter.provider || undefined, account: filter.account || undefined, from, to }
  const page = useAnswer(
    () => desk.ledgerPage({ ...query, offset: 0, limit }),
    [desk, revision, filter, from, to, limit],
  )
  const out = useExport({
    name: t('ledger.file', { from: from || '—', to: to || today }),
    make: async (format) => {
      const { rows } = await desk.statement(query)
      return { bytes: await desk.writeSheet(ledgerSheet(rows, language), format), count: rows.length }
    },
    save: host.saveFile,
    clock,
  })
  const print = (): void => {
    if (filter.provider !== '') setPrinting(true)
  }
  useKeys([{ key: 'Ctrl+P', label: t('ledger.print'), run: print }])
  const change = (next: Parameters<typeof setLedgerFilter>[0]): void => {
    setLimit(PAGE)
    out.forget()
    setLedgerFilter(next)
  }
  return (
    <>
      <div className="money-filter">
        <Select
          label={t('ledger.provider')}
          value={filter.provider}
          all={t('ledger.all')}
          options={names?.providers ?? []}
          onChange={(provider) => change({ provider })}
        />
        <Select
          label={t('ledger.account')}
          value={filter.account}
          all={t('ledger.all')}
          options={names?.accounts ?? []}
          onChange={(account) => change({ account })}
        />
        <Select
          label={t('ledger.period')}
          value={filter.span}
          options={SPANS.map((id) => ({ id, words: t(`ledger.periods.${id}`) }))}
          onChange={(span) => change({ span: span as Span })}
        />
        {filter.span === 'days' &&
          (['from', 'to'] as const).map((end) => (
            <Field key={end} label={t(`ledger.${end}`)}>
              {(bind) => (
                <DayInput
                  bind={bind}
                  focusRef={() => undefined}
                  onBlur={() => undefined}
                  value={filter[end] || undefined}
                  onChange={(day) => change({ [end]: day ?? '' })}
                />
              )}
            </Field>
          ))}
        <div className="row">
          <ExportMenu out={out} disabled={!page || page.total === 0} kinds={[{ kind: 'all', words: '' }]} />
          <Button
            disabled={filter.provider === ''}
            title={filter.provider === '' ? t('ledger.printHint') : ''}
            onClick={print}
          >
            {t('ledger.print')}
            <Kbd keys="Ctrl P" />
          </Button>
        </div>
      </div>
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('ledger.exported', { count: n })} />
      {!page && <p className="muted">{t('loading')}</p>}
      {page && (
        <>
          <div className="card money-sums">
            <span />
            {(['income', 'reserved', 'paid', 'copay'] as const).map((name) => (
              <span key={name} className="muted small">
                {t(`ledger.sum.${name}`)}
              </span>
            ))}
            {(['opening', 'moved', 'closing'] as const).map((line) => (
              <SumLine key={line} name={t(`ledger.${line}`)} sums={page[line]} yuan={words.yuan} />
            ))}
          </div>
          {page.rows.length === 0 ? (
            <div className="card">
              <EmptyState title={t('ledger.emptyTitle')} text={t('ledger.emptyText')} />
            </div>
          ) : (
            <table className="card money-table" aria-label={t('ledger.list')}>
              <thead>
                <tr>
                  {(['day', 'kind', 'about', 'provider', 'account', 'amount', 'voucher', 'by'] as const).map((name) => (
                    <th key={name} scope="col" className={name === 'amount' ? 'number' : ''}>
                      {t(`ledger.column.${name}`)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="spoken-only">{t('ledger.correct')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {page.rows.map((row, i) => (
                  <EntryRow key={`${row.id} ${i}`} row={row} onCorrect={setCorrecting} />
                ))}
              </tbody>
            </table>
          )}
          <div className="row">
            <span className="muted small">{t('ledger.count', { n: page.total })}</span>
            {page.total > page.rows.length && (
              <Button type="link" size="small" onClick={() => setLimit(limit + PAGE)}>
                {t('ledger.more', { n: Math.min(PAGE, page.total - page.rows.length) })}
              </Button>
            )}
          </div>
        </>
      )}
      {printing && <Print provider={filter.provider} from={from} to={to || today} onClose={() => setPrinting(false)} />}
      {correcting && (
        <MoneyForm
          title={t('adjust.titleEntry')}
          save={t('adjust.save')}
          spec={adjustForm}
          context={correcting}
          command="adjust-entry"
          onDone={() => setCorrecting(null)}
          onLeave={() => setCorrecting(null)}
        />
      )}
    </>
  )
}

type SelectProps = {
  readonly label: string
  readonly value: string
  readonly all?: string
  readonly options: readonly { readonly id: string; readonly words: string }[]
  readonly onChange: (id: string) => void
}

function Select({ label, value, all, options, onChange }: SelectProps) {
  return (
    <label>
      <span className="small muted">{label}</span>
      <select className="money-select" value={value} onChange={(event) => onChange(event.target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

type SumLineProps = {
  readonly name: string
  readonly sums: { readonly income: number; readonly reserved: number; readonly paid: number; readonly copay: number }
  readonly yuan: (fen: number) => string
}

function SumLine({ name, sums, yuan }: SumLineProps) {
  return (
    <>
      <span className="name">{name}</span>
      <span>{yuan(sums.income)}</span>
      <span>{yuan(sums.reserved)}</span>
      <span>{yuan(sums.paid)}</span>
      <span>{yuan(sums.copay)}</span>
    </>
  )
}

function EntryRow({ row, onCorrect }: { readonly row: LedgerRow; readonly onCorrect: (about: Correcting) => void }) {
  const { t } = useTranslation('funding')
  const isOwn = row.kind === 'income' || row.kind === 'spend'
  const about = row.about.startsWith('case:') ? (
    <a href={pathOf({ screen: 'case', id: row.about })}>{row.aboutWords}</a>
  ) : row.about.startsWith('topic:') ? (
    <a className="one-line" href={pathOf({ screen: 'topics', id: row.about })}>
      {row.aboutWords}
    </a>
  ) : (
    row.aboutWords || t('nothing')
  )
  return (
    <tr>
      <td className="small">{row.day}</td>
      <td>
        {t(`entryKind.${row.kind}`)}
        {row.disputed && <span className="mark warn">{t('ledger.disputed')}</span>}
      </td>
      <td>
        {about}
        {row.note !== '' && (
          <div className="muted small one-line" title={row.note}>
            {row.note}
          </div>
        )}
      </td>
      <td>{row.providerName || row.donor || t('nothing')}</td>
      <td className="small">{row.accountName}</td>
      <td className="number">
        {yuanText(row.kind === 'release' ? -row.fen : row.fen)}
        {(row.units !== 0 || row.copayFen !== 0) && (
          <div className="muted small">
            {[
              row.units !== 0 && `× ${row.units}`,
              row.copayFen !== 0 && `${t('ledger.sum.copay')} ${yuanText(row.copayFen)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        )}
      </td>
      <td className="small">{row.voucher || row.receipt}</td>
      <td className="small">{row.byName}</td>
      <td className="act">
        {isOwn && (
          <Button
            size="small"
            type="text"
            onClick={() =>
              onCorrect({
                entry: row.id,
                unit: '',
                units: 0,
                fen: row.fen,
                copayFen: row.copayFen,
                income: row.kind === 'income',
              })
            }
          >
            {t('ledger.correct')}
          </Button>
        )}
      </td>
    </tr>
  )
}
