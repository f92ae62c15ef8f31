/**
 * 12345 工单 on the page of its case: what the order says, the answer copied back in its own form, and 申请退单. An order
 * is never refused here.
 */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ORDER_RETURN_REASONS } from '#core/case-file/intake-codes.ts'
import { orderReply, replyText } from '#core/case-file/order-reply.ts'
import { isOpen } from '#core/case-file/status.ts'
import { isAskedBack, RETURN_ORDER, type ReturnOrder } from '#core/follow-up/return-order.ts'
import type { Moment } from '#core/lib/time.ts'
import { copyText } from '#app/ui/copy-text.ts'

type OrderCardProps = { readonly view: CaseView; readonly now: Moment }
type Open = ReturnOrder['step'] | null

export function OrderCard({ view, now }: OrderCardProps) {
  const { t } = useTranslation('intake')
  const { desk } = useServices()
  const moments = useMomentWords(now)
  const [copied, setCopied] = useState<'yes' | 'no' | 'no-answer' | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const { file } = view
  const { orderNumber = '', orderAt, orderDueAt, orderDemand } = file.fields
  const reply = orderReply(file)
  const asked = isAskedBack(file)
  const copy = (): void => {
    if (!reply) return setCopied('no-answer')
    void copyText(replyText(reply)).then((done) => setCopied(done ? 'yes' : 'no'))
  }
  useKeys([{ key: 'Y', label: t('orderCard.copy'), run: copy, quiet: reply === null }])
  const facts = [
    [t('orderCard.number'), orderNumber],
    [t('orderCard.at'), orderAt && moments.at(orderAt)],
    [t('orderCard.due'), orderDueAt && moments.limit(orderDueAt)],
    [t('orderCard.demand'), orderDemand],
  ] as const
  return (
    <section className="card order-card" aria-label={t('orderCard.title')}>
      <h2>{t('orderCard.title')}</h2>
      <dl className="facts">
        {facts.map(
          ([word, said]) =>
            said && (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{said}</dd>
              </div>
            ),
        )}
      </dl>
      <div className="row">
        <Button size="small" onClick={copy} aria-keyshortcuts="Y">
          {t('orderCard.copy')}
          <Kbd keys="Y" />
        </Button>
        {isOpen(view.status) && !asked && (
          <Button size="small" onClick={() => setOpen('applied')}>
            {t('orderCard.returnOrder')}
          </Button>
        )}
      </div>
      {asked && (
        <div className="row">
          <span className="warn small">{t('orderCard.returning')}</span>
          <Button size="small" onClick={() => setOpen('granted')}>
            {t('orderCard.granted')}
          </Button>
          <Button size="small" onClick={() => setOpen('refused')}>
            {t('orderCard.refused')}
          </Button>
        </div>
      )}
      <div role="status" className="small">
        {copied === 'yes' && t('orderCard.copied')}
        {copied === 'no-answer' && t('orderCard.noAnswer')}
        {copied === 'no' && t('orderCard.notCopied')}
      </div>
      {copied === 'no' && reply && <pre className="reply-words">{replyText(reply)}</pre>}
      {open && (
        <FormDrawer
          title={open === 'applied' ? t('orderCard.returnOrder') : t('orderCard.result')}
          saveLabel={open === 'applied' ? t('orderCard.save') : t('orderCard.saveResult')}
          spec={open === 'applied' ? askForm : resultForm}
          context={view}
          preset={open}
          save={(input) => desk.run({ name: 'return-order', input: input as ReturnOrder })}
          onSaved={() => setOpen(null)}
          onLeave={() => setOpen(null)}
        />
      )}
    </section>
  )
}

const askForm: FormSpec<CaseView> = {
  schema: RETURN_ORDER,
  start: (view) => ({ case: view.file.id, step: 'applied', note: '' }),
  Fields: AskFields,
}

function AskFields() {
  const { t } = useTranslation(['intake', 'codes'])
  return (
    <>
      <ChoiceField<ReturnOrder>
        stacked
        name="reasonCode"
        label={t('intake:orderCard.reason')}
        options={ORDER_RETURN_REASONS.map((value) => ({ value, label: t(`codes:orderReturnReason.${value}`) }))}
      />
      <WordsField<ReturnOrder>
        name="note"
        label={t('intake:orderCard.note')}
        placeholder={t('intake:orderCard.noteHint')}
        optional
        rows={3}
        max={2_000}
      />
    </>
  )
}

const resultForm: FormSpec<CaseView> = {
  schema: RETURN_ORDER,
  start: (view, step) => ({ case: view.file.id, step, note: '' }),
  Fields: ResultFields,
}

function ResultFields() {
  const { t } = useTranslation(['intake', 'codes'])
  return (
    <>
      <ChoiceField<ReturnOrder>
        name="step"
        label={t('intake:orderCard.result')}
        options={(['granted', 'refused'] as const).map((value) => ({ value, label: t(`intake:orderCard.${value}`) }))}
      />
      <WordsField<ReturnOrder> name="note" label={t('intake:orderCard.resultNote')} optional rows={3} max={2_000} />
    </>
  )
}
