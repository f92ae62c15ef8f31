/** Stays on the page of a case in which a child may be harmed until the immediate report is recorded. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { CHILD_REPORT_TO } from '#core/case-file/intake-codes.ts'
import { RECORD_CHILD_REPORT, type RecordChildReport } from '#core/intake/record-child-report.ts'

export function ChildCard({ view, word }: { readonly view: CaseView; readonly word: string }) {
  const { t } = useTranslation('intake')
  const { desk } = useServices()
  const [open, setOpen] = useState(false)
  return (
    <section className="problem child-card" role="alert">
      <b>{t('child.card')}</b>
      <div className="small">{t('child.cardText', { word })}</div>
      <div className="row">
        <Button danger size="small" onClick={() => setOpen(true)}>
          {t('child.record')}
        </Button>
      </div>
      {open && (
        <FormDrawer
          title={t('child.record')}
          saveLabel={t('child.save')}
          spec={childForm}
          context={view}
          save={(input) => desk.run({ name: 'record-child-report', input: input as RecordChildReport })}
          onSaved={() => setOpen(false)}
          onLeave={() => setOpen(false)}
        />
      )}
    </section>
  )
}

const childForm: FormSpec<CaseView> = {
  schema: RECORD_CHILD_REPORT,
  start: (view) => ({ case: view.file.id, to: ['police'], receiver: '', note: '' }),
  Fields,
}

function Fields() {
  const { t } = useTranslation(['intake', 'codes'])
  const words = useFieldWords()
  const { field, fieldState } = useController<RecordChildReport, 'to'>({ name: 'to' })
  return (
    <>
      <p className="field muted small">{t('intake:child.law')}</p>
      <Field label={t('intake:child.to')} group error={words(fieldState.error)}>
        {() => (
          <div className="row">
            {CHILD_REPORT_TO.map((one) => (
              <Checkbox
                key={one}
                checked={field.value.includes(one)}
                onChange={({ target }) =>
                  field.onChange(
                    CHILD_REPORT_TO.filter((code) => (code === one ? target.checked : field.value.includes(code))),
                  )
                }
              >
                {t(`codes:childReportTo.${one}`)}
              </Checkbox>
            ))}
          </div>
        )}
      </Field>
      <MomentField<RecordChildReport> name="at" label={t('intake:child.at')} optional />
      <WordsField<RecordChildReport>
        name="receiver"
        label={t('intake:child.receiver')}
        placeholder={t('intake:child.receiverHint')}
        optional
        max={120}
      />
      <WordsField<RecordChildReport> name="note" label={t('intake:child.note')} optional rows={3} max={2_000} />
    </>
  )
}
