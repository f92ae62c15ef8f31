/** 举报: whom it is about, and that it is confidential; turning that off needs a reason, which stays visible. */
import { Checkbox, Input } from 'antd'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import type { RequestValues } from './blank-request.ts'

export function ReportFields() {
  const { t } = useTranslation('intake')
  const words = useFieldWords()
  const { setValue } = useFormContext<RequestValues>()
  const kind = useWatch<RequestValues, 'requestKind'>({ name: 'requestKind' })
  const { field, fieldState } = useController<RequestValues, 'openReason'>({ name: 'openReason' })
  if (kind !== 'report') return null
  const open = field.value !== undefined
  return (
    <>
      <WordsField<RequestValues>
        beside
        name="reportedUnit"
        label={t('report.unit')}
        placeholder={t('report.unitHint')}
        hint={t('report.unitNote')}
        max={120}
      />
      <Field
        label={t('report.keep')}
        beside
        optional={false}
        error={words(fieldState.error)}
        hint={open ? t('report.open') : t('report.keptNote')}
      >
        {(bind) => (
          <div className="keep-line">
            <Checkbox
              id={bind.id}
              checked={!open}
              onChange={({ target }) => setValue('openReason', target.checked ? undefined : '', { shouldDirty: true })}
            />
            {open && (
              <Input
                {...field}
                value={field.value ?? ''}
                aria-label={t('report.openReason')}
                aria-describedby={bind['aria-describedby']}
                placeholder={t('report.openReasonHint')}
                status={bind.status}
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
              />
            )}
          </div>
        )}
      </Field>
    </>
  )
}
