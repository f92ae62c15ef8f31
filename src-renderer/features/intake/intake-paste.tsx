/**
 * What was recognised in a pasted message or 12345 order, each line with what it would fill in. Nothing goes into the form
 * before 填入; what stands there already is kept.
 */
import { Button } from 'antd'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { TITLE_LENGTH } from '#core/case-file/fields.ts'
import { readChat } from '#core/intake/chat-paste.ts'
import { readOrder } from '#core/intake/hotline-order.ts'
import type { RequestValues } from './blank-request.ts'

type Line = { readonly name: string; readonly shown: string }

type PasteCardProps = {
  readonly pasted: string
  readonly onDone: () => void
}

type Taken = { -readonly [F in keyof RequestValues]?: RequestValues[F] }

export function PasteCard({ pasted, onDone }: PasteCardProps) {
  const { t } = useTranslation(['intake', 'codes'])
  const { getValues, setValue, setFocus } = useFormContext<RequestValues>()
  const take = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => take.current?.focus(), [])
  const { order, chat } = useMemo(() => {
    const read = readOrder(pasted)
    return { order: read, chat: read ? null : readChat(pasted) }
  }, [pasted])

  const found = order ?? chat
  const name = order ? order.requesterName : (chat?.name ?? '')
  const phone = order ? order.requesterPhone : (chat?.phone ?? '')
  const lines: readonly Line[] = !found
    ? []
    : [
        ...(order
          ? [
              { name: t('intake:paste.number'), shown: order.orderNumber },
              { name: t('intake:paste.at'), shown: order.orderAt?.slice(0, 16).replace('T', ' ') ?? '' },
              { name: t('intake:paste.due'), shown: order.orderDueAt?.slice(0, 16).replace('T', ' ') ?? '' },
            ]
          : []),
        { name: t('intake:paste.name'), shown: name },
        { name: t('intake:paste.phone'), shown: phone },
        { name: t('intake:paste.place'), shown: found.place },
        { name: t('intake:paste.requestTitle'), shown: found.title },
        { name: t('intake:paste.text'), shown: found.text },
        ...(order
          ? [
              { name: t('intake:paste.demand'), shown: order.orderDemand },
              ...(order.kind ? [{ name: t('intake:paste.kind'), shown: t(`codes:requestKind.${order.kind}`) }] : []),
            ]
          : []),
      ]
  const said = [
    ...(order?.urgent ? [t('intake:paste.urgent')] : []),
    ...(order?.secret ? [t('intake:paste.secret')] : []),
    ...(order?.unread ?? []).map((words) => t('intake:paste.unread', { words })),
    ...(chat && chat.otherPhones.length > 0 ? [t('intake:paste.others', { phones: chat.otherPhones.join('、') })] : []),
  ]
  const fill = (): void => {
    if (!found) return onDone()
    const now = getValues()
    const values: Taken = {
      title: found.title.slice(0, TITLE_LENGTH),
      text: found.text,
      place: found.place,
      requesterName: name,
      requesterPhone: phone,
    }
    if (order) {
      values.channel = 'hotline-12345'
      values.orderNumber = order.orderNumber
      values.orderForm = order.orderForm
      values.orderDemand = order.orderDemand
      if (order.orderAt) values.orderAt = order.orderAt
      if (order.orderDueAt) values.orderDueAt = order.orderDueAt
      values.requestKind = order.kind ?? 'help'
      if (order.urgent) values.urgency = 'urgent'
      if (order.requesterName === '' && order.requesterPhone === '') values.anonymous = true
    } else values.channel = 'wechat'
    for (const [field, value] of Object.entries(values) as [keyof RequestValues, never][]) {
      const before = now[field]
      const isFree = before === undefined || before === '' || (field === 'urgency' && before === 'general') || field === 'anonymous' // prettier-ignore
      // An order says what it is, whatever was pressed before.
      if (isFree || (order && field === 'channel')) setValue(field, value, { shouldDirty: true })
    }
    onDone()
    setFocus(name === '' ? 'requesterName' : 'title')
  }
  useKeys([{ key: 'Escape', label: t('intake:paste.leave'), run: onDone, quiet: true }])
  return (
    <section
      className="paste-card"
      role="region"
      aria-label={t(order ? 'intake:paste.orderTitle' : 'intake:paste.title')}
    >
      <b>{t(order ? 'intake:paste.orderTitle' : found ? 'intake:paste.title' : 'intake:paste.nothing')}</b>
      <dl className="facts">
        {lines.map((line) => (
          <div key={line.name}>
            <dt>{line.name}</dt>
            <dd className={line.shown ? '' : 'muted'}>{line.shown || t('intake:paste.none')}</dd>
          </div>
        ))}
      </dl>
      {said.map((words) => (
        <p key={words} className="warn small">
          {words}
        </p>
      ))}
      <div className="row">
        {found && (
          <Button ref={take} type="primary" size="small" onClick={fill}>
            {t('intake:paste.take')}
            <Kbd keys="↵" />
          </Button>
        )}
        <Button size="small" onClick={onDone}>
          {t('intake:paste.leave')}
          <Kbd keys="Esc" />
        </Button>
      </div>
    </section>
  )
}
