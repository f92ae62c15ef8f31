/** This request came back to a notice: said for as long as it stands in the draft. */
import { Button } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { RequestValues } from './blank-request.ts'

export function AnsweringNote() {
  const { t } = useTranslation('notices')
  const { desk } = useServices()
  const { setValue, control } = useFormContext<RequestValues>()
  const notice = useWatch({ control, name: 'notice' })
  const view = useAnswer(() => (notice ? desk.notice(notice) : Promise.resolve(null)), [desk, notice])
  if (!notice || !view) return null
  return (
    <section className="card" role="status">
      <div className="aside-head">
        <b>{t('told.answering')}</b>
        <Button size="small" onClick={() => setValue('notice', undefined, { shouldDirty: true })}>
          {t('told.notAnswering')}
        </Button>
      </div>
      <div className="small">{view.row.title}</div>
    </section>
  )
}
