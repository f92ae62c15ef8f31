/** 记告知: by which way, where, how many. */
import { Input } from 'antd'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { TELLING_WAYS } from '#core/notice/codes.ts'
import type { Notice } from '#core/notice/fields.ts'
import { RECORD_TELLING, type RecordTelling } from '#core/reports/record-telling.ts'

const spec: FormSpec<Notice> = {
  schema: RECORD_TELLING,
  start: ({ id, audience, place }) => ({
    notice: id,
    way: audience === 'one' ? 'phone' : undefined,
    where: audience === 'one' ? '' : place,
    count: audience === 'one' ? 1 : undefined,
    persons: [],
    leftOut: 0,
    result: '',
  }),
  Fields,
}

type TellingDrawerProps = { readonly notice: Notice; readonly onSaved: () => void; readonly onLeave: () => void }

export function TellingDrawer({ notice, onSaved, onLeave }: TellingDrawerProps) {
  const { t } = useTranslation('notices')
  const { desk } = useServices()
  const place = `telling ${notice.id}`
  return (
    <FormDrawer
      title={t('telling.title')}
      saveLabel={t('telling.save')}
      spec={spec}
      context={notice}
      kept={formKept(place)}
      save={(typed) => desk.run({ name: 'record-telling', input: typed as RecordTelling })}
      onSaved={() => {
        keepForm(place, undefined)
        onSaved()
      }}
      onLeave={(typed) => {
        keepForm(place, typed)
        onLeave()
      }}
    />
  )
}

function Fields() {
  const { t } = useTranslation('notices')
  const words = useFieldWords()
  const { field, fieldState } = useController<RecordTelling, 'count'>({ name: 'count' })
  return (
    <>
      <ChoiceField<RecordTelling>
        name="way"
        label={t('telling.way')}
        // An SMS list records itself, with its persons.
        options={TELLING_WAYS.filter((way) => way !== 'sms').map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <WordsField<RecordTelling>
        name="where"
        label={t('telling.where')}
        hint={t('telling.whereHint')}
        optional
        max={200}
      />
      <Field label={t('telling.count')} error={words(fieldState.error)}>
        {(bind) => (
          <Input
            {...bind}
            ref={field.ref}
            name={field.name}
            value={field.value === undefined ? '' : String(field.value)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            onBlur={field.onBlur}
            onChange={({ target }) => field.onChange(/^\d+$/.test(target.value) ? Number(target.value) : undefined)}
          />
        )}
      </Field>
      <WordsField<RecordTelling>
        name="result"
        label={t('telling.result')}
        hint={t('telling.resultHint')}
        optional
        max={500}
      />
      <MomentField<RecordTelling> name="at" label={t('telling.at')} hint={t('telling.atHint')} optional />
    </>
  )
}
