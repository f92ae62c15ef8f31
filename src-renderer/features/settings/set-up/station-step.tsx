import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Input, Segmented } from 'antd'
import { useEffect } from 'react'
import { FormProvider, useController, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from '#core/lib/schema.ts'
import { OFFICE_KINDS } from '#core/station/office-kind.ts'
import { SET_UP_STATION } from '#core/settings/set-up-station.ts'
import { useSession } from '#app/session/session.ts'
import { Field } from '#app/ui/field.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'

const STATION_STEP = SET_UP_STATION.omit({ id: true })
export type StationValues = z.infer<typeof STATION_STEP>
export const NO_STATION: StationValues = { name: '', code: '', short: '', userName: '', office: 'community' }

const CODE_DIGITS = 12

/** Communities of one street differ in the last digits. */
const suggestedShort = (code: string): string => (/^\d{12}$/.test(code) ? `S${code.slice(-4)}` : '')

type StationStepProps = {
  readonly values: StationValues
  readonly onDone: (values: StationValues) => void
  /** This is another PC of a station that is there already. */
  readonly onJoin: () => void
}

export function StationStep({ values, onDone, onJoin }: StationStepProps) {
  const { t } = useTranslation('set-up')
  const folder = useSession((session) => session.folder)
  const form = useForm<StationValues>({ resolver: zodResolver(STATION_STEP), defaultValues: values })
  const { setFocus } = form
  const office = useWatch({ control: form.control, name: 'office' }) ?? 'community'
  useEffect(() => setFocus('name'), [setFocus])
  return (
    <FormProvider {...form}>
      <form autoComplete="off" noValidate onSubmit={form.handleSubmit(onDone)}>
        <OfficeField />
        <WordsField<StationValues>
          name="name"
          label={t('station.name')}
          placeholder={t(`station.namePlaceholder.${office}`)}
          max={80}
        />
        <div className="two-fields">
          <CodeField />
          <ShortField />
        </div>
        <WordsField<StationValues> name="userName" label={t('station.user')} hint={t('station.userHint')} max={40} />
        {folder !== '' && <p className="small muted folder">{t('station.folder', { folder })}</p>}
        <div className="row form-buttons">
          <Button type="link" onClick={onJoin}>
            {t('join.start')}
          </Button>
          <Button type="primary" htmlType="submit">
            {t('next')}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}

/** Nearly everybody is a community's station: that is chosen already. */
function OfficeField() {
  const { t } = useTranslation('set-up')
  const { field } = useController<StationValues, 'office'>({ name: 'office' })
  const office = field.value ?? 'community'
  return (
    <Field label={t('office.label')} hint={t(`office.hint.${office}`)}>
      {(bind) => (
        <Segmented
          {...bind}
          aria-label={t('office.label')}
          value={office}
          options={OFFICE_KINDS.map((value) => ({ value, label: t(`office.${value}`) }))}
          onChange={field.onChange}
        />
      )}
    </Field>
  )
}

/** Suggests the short code as soon as it is whole, unless somebody chose one. */
function CodeField() {
  const { t } = useTranslation('set-up')
  const { field, fieldState } = useController<StationValues, 'code'>({ name: 'code' })
  const short = useController<StationValues, 'short'>({ name: 'short' }).field
  const error = fieldState.error && t('station.codeCount', { n: field.value.length })
  const change = (typed: string): void => {
    const code = typed.normalize('NFKC').replace(/\D/g, '').slice(0, CODE_DIGITS)
    if (short.value === '' || short.value === suggestedShort(field.value)) short.onChange(suggestedShort(code))
    field.onChange(code)
  }
  return (
    <Field label={t('station.code')} error={error} hint={t('station.codeHint')}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  )
}

function ShortField() {
  const { t } = useTranslation('set-up')
  const { field, fieldState } = useController<StationValues, 'short'>({ name: 'short' })
  const error = fieldState.error && t('station.shortWrong')
  return (
    <Field label={t('station.short')} error={error} hint={t('station.shortHint', { short: field.value || 'S1001' })}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          autoComplete="off"
          spellCheck={false}
          maxLength={8}

          onChange={(event) => field.onChange(event.target.value.normalize('NFKC').toUpperCase())}
        />
      )}
    </Field>
  )
}
