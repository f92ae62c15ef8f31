/** 资金 on the page of a case: what each order reserved, what was paid, and what can be done about it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, OrderMoneyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { MoneyForm } from './money-form.tsx'
import { before, useMoneyWords } from './money-words.ts'
import { adjustForm, releaseForm, settleForm } from './settle-form.tsx'
import './funding.css'

type Open = { readonly form: 'settle' | 'adjust' | 'release'; readonly order: OrderMoneyView }

export function MoneyCard({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const money = useAnswer(() => desk.moneyOfCase(view.file.id), [desk, view])
  const [open, setOpen] = useState<Open | null>(null)
  // An order that neither reserved nor was paid stands here only when a resident pays, or it can be paid now.
  const orders = (money?.orders ?? []).filter((one) => one.rows.length > 0 || one.delivered)
  const payable = orders.find((one) => one.delivered && !one.settle)
  const spendings = money?.spendings ?? []
  useKeys(payable ? [{ key: 'Alt+M', label: t('card.settle'), run: () => setOpen({ form: 'settle', order: payable }) }] : []) // prettier-ignore
  if (orders.length === 0 && spendings.length === 0) return null
  const close = (): void => setOpen(null)
  return (
    <section className="card money-card" aria-label={t('card.title')}>
      <div className="row">
        <h2>{t('card.title')}</h2>
        {money?.on && (
          <a className="small" href={pathOf({ screen: 'funding', id: 'ledger' })}>
            {t('card.open')}
          </a>
        )}
      </div>
      {orders.map(
        (order) =>
        <OrderMoney key={order.referral} order={order} view={view} first={order === payable} onOpen={(form) => setOpen({ form, order })} />, // prettier-ignore
      )}
      {spendings
        .filter(({ kind }) => kind === 'spend')
        .map((row) => (
          <p key={row.id} className="small">
            {row.accountName} · {t('card.spent', { fen: yuanText(row.fen) })} ·{' '}
            {t('card.voucher', { voucher: row.voucher })}
          </p>
        ))}
      {open?.form === 'settle' && (
        <MoneyForm
          title={t('settle.title', { number: open.order.number })}
          save={t('settle.save')}
          spec={settleForm}
          context={open.order}
          command="settle-order"
          onDone={close}
          onLeave={close}
        />
      )}
      {open?.form === 'adjust' && open.order.settle && (
        <MoneyForm
          title={t('adjust.title')}
          save={t('adjust.save')}
          spec={adjustForm}
          context={{
            entry: open.order.settle.id,
            unit: open.order.unit,
            units: open.order.sums.paidUnits,
            fen: open.order.sums.paid,
            copayFen: open.order.sums.copay,
            income: false,
          }}
          command="adjust-entry"
          onDone={close}
          onLeave={close}
        />
      )}
      {open?.form === 'release' && (
        <MoneyForm
          title={t('release.title')}
          save={t('release.save')}
          spec={releaseForm}
          context={{ case: open.order.case, referral: open.order.referral, fen: open.order.open?.fen ?? 0 }}
          command="release-order"
          onDone={close}
          onLeave={close}
        />
      )}
    </section>
  )
}

type OrderMoneyProps = {
  readonly order: OrderMoneyView
  readonly view: CaseView
  readonly first: boolean
  readonly onOpen: (form: Open['form']) => void
}

function OrderMoney({ order, view, first, onOpen }: OrderMoneyProps) {
  const { t } = useTranslation('funding')
  const words = useMoneyWords()
  const moments = useMomentWords(useNow())
  const [all, setAll] = useState(false)
  const { open, settle, sums, unit } = order
  const referral = actsOf(view.file.acts, 'referral').find(({ id }) => id === order.referral)
  const state = open
    ? t('card.reserved', { units: before(words.units(open.units, unit)), fen: yuanText(open.fen) })
    : settle
      ? t('card.paid', { units: before(words.units(sums.paidUnits, unit)), fen: yuanText(sums.paid) })
      : order.rows.length > 0
        ? t('card.released')
        : referral?.payer === 'resident'
          ? t('card.resident', { fen: yuanText(referral.copayFen ?? 0) })
          : t('card.none')
  return (
    <div className="order-money">
      <div className="row">
        <b>{order.providerName}</b> <span>{state}</span>
      </div>
      <div className="muted small">
        {[
          order.accountName,
          sums.copay > 0 && t('card.copay', { fen: yuanText(sums.copay) }),
          settle?.voucher && t('card.voucher', { voucher: settle.voucher }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {order.disputed && <p className="warn small">{t('card.disputed')}</p>}
      <div className="order-acts">
        {order.delivered && !settle && (
          <Button size="small" type={open ? 'primary' : 'default'} onClick={() => onOpen('settle')}>
            {t(open ? 'card.settle' : 'card.payNow')}
            {first && <Kbd keys="Alt M" />}
          </Button>
        )}
        {open && (
          <Button size="small" onClick={() => onOpen('release')}>
            {t('card.release')}
          </Button>
        )}
        {settle && (
          <Button size="small" onClick={() => onOpen('adjust')}>
            {t('card.adjust')}
          </Button>
        )}
        {order.rows.length > 0 && (
          <Button size="small" type="text" aria-expanded={all} onClick={() => setAll(!all)}>
            {t('card.history', { n: order.rows.length })}
          </Button>
        )}
      </div>
      {open && !order.delivered && <p className="muted small">{t('card.notYet')}</p>}
      {all && (
        <ol className="small">
          {order.rows.map((row, i) => (
            <li key={`${row.id} ${i}`}>
              {t(`entryKind.${row.kind}`)} {before(words.units(row.units, unit))}
              {words.yuan(row.fen)} · {row.byName} {moments.at(row.at)}
              {row.voucher && ` · ${t('card.voucher', { voucher: row.voucher })}`}
              {row.note && ` · ${row.note}`}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
