/** 12345 工单: its own number, times and demand. There is no refusal for these, only 申请退单 on the page of the case. */
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MomentField, WordsField } from '#app/ui/form-fields.tsx'
import type { RequestValues } from './blank-request.ts'

export function OrderFields() {
  const { t } = useTranslation('intake')
  const channel = useWatch<RequestValues, 'channel'>({ name: 'channel' })
  if (channel !== 'hotline-12345') return null
  return (
    <>
      <WordsField<RequestValues> beside name="orderNumber" label={t('order.number')} max={80} />
      <MomentField<RequestValues> beside name="orderAt" label={t('order.at')} />
      <MomentField<RequestValues> beside name="orderDueAt" label={t('order.due')} hint={t('order.dueHint')} />
      <WordsField<RequestValues>
        beside
        name="orderDemand"
        label={t('order.demand')}
        placeholder={t('order.demandHint')}
        hint={t('order.noRefusal')}
        max={400}
      />
    </>
  )
}
