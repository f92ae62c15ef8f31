/**
 * A child who may be harmed (未成年人保护法 11): before anything else the report to police, civil affairs and education. It
 * is noted here and saved with the request; whoever registers without it is reminded on the page of the case.
 */
import { Checkbox, Input } from 'antd'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CHILD_REPORT_TO, type ChildReportTo } from '#core/case-file/intake-codes.ts'
import type { RequestValues } from './blank-request.ts'

export function ChildCard() {
  const { t } = useTranslation(['intake', 'codes'])
  const { setValue } = useFormContext<RequestValues>()
  const { field } = useController<RequestValues, 'childReport'>({ name: 'childReport' })
  const report = field.value
  const to = report?.to ?? []
  const put = (next: { to?: ChildReportTo[]; receiver?: string; note?: string }): void => {
    const whole = { to: [...to], receiver: report?.receiver ?? '', note: report?.note ?? '', ...next }
    setValue('childReport', whole.to.length > 0 ? whole : undefined, { shouldDirty: true })
  }
  return (
    <section className="problem child-card" role="alert" aria-label={t('intake:child.title')}>
      <b>{t('intake:child.title')}</b>
      <div className="small">{t('intake:child.do')}</div>
      <div className="small muted">{t('intake:child.law')}</div>
      <div className="row" role="group" aria-label={t('intake:child.to')}>
        <span>{t('intake:child.to')}</span>
        {CHILD_REPORT_TO.map((one) => (
          <Checkbox
            key={one}
            checked={to.includes(one)}
            onChange={({ target }) => put({ to: target.checked ? CHILD_REPORT_TO.filter((code) => code === one || to.includes(code)) : to.filter((code) => code !== one) })} // prettier-ignore
          >
            {t(`codes:childReportTo.${one}`)}
          </Checkbox>
        ))}
        <Input
          value={report?.receiver ?? ''}
          disabled={to.length === 0}
          aria-label={t('intake:child.receiver')}
          placeholder={t('intake:child.receiverHint')}
          onChange={({ target }) => put({ receiver: target.value })}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
        />
      </div>
      <div className="small">
        {to.length > 0
          ? t('intake:child.taken', { to: to.map((one) => t(`codes:childReportTo.${one}`)).join('、') })
          : t('intake:child.later')}
      </div>
    </section>
  )
}
