/** 登记 or correct a provider: four fields are enough, the rest waits under 更多. */
import { useController, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ProviderCard } from '#core/book/book.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { FUNDING_MODES, PROVIDER_KINDS, PROVIDER_ROLES, REACHES, STANDINGS, type Reach } from '#core/provider/fields.ts'
import { SAVE_PROVIDER, type SaveProvider } from '#core/routing/save-provider.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { CodesField, SelectField, TickField } from './directory-fields.tsx'
import { useDirectoryCodes } from './use-directory-codes.ts'

const EMPTY = { name: '', phone: '', funding: '', services: '', reach: [], hours: '', area: '', contact: '', contactPhone: '', publicContact: '', role: '', standings: [], creditCode: '', stopped: false } // prettier-ignore

const spec: FormSpec<ProviderCard | null> = {
  schema: SAVE_PROVIDER,
  start: (provider) => ({ ...EMPTY, ...provider }),
  Fields,
}

type ProviderDrawerProps = {
  /** Null for a new one. */
  readonly provider: ProviderCard | null
  /** What was typed when the drawer was left the last time. */
  readonly kept: FieldValues | undefined
  readonly onSaved: () => void
  readonly onLeave: (typed: FieldValues) => void
}

export function ProviderDrawer({ provider, kept, onSaved, onLeave }: ProviderDrawerProps) {
  const { t } = useTranslation('providers')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={provider ? t('editTitle') : t('newTitle')}
      saveLabel={provider ? t('saveChange') : t('save')}
      spec={spec}
      context={provider}
      kept={kept}
      save={(input: FieldValues) => desk.run({ name: 'save-provider', input: input as SaveProvider })}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  )
}

function Fields({ context }: { context: ProviderCard | null }) {
  const { t } = useTranslation(['providers', 'codes'])
  const codes = useDirectoryCodes()
  const filled =
    context &&
    (context.reach?.length || context.funding || context.services || context.hours || context.area || context.contact)
  return (
    <>
      <WordsField<SaveProvider> name="name" label={t('name')} max={120} />
      <ChoiceField<SaveProvider>
        name="serviceType"
        label={t('serviceType')}
        options={SERVICE_TYPES.map((value) => ({
          value,
          label: (
            <>
              <ServiceTypeTile type={value} />
              {t(`codes:serviceType.${value}`)}
            </>
          ),
          hint: t(`codes:serviceTypeHint.${value}`),
        }))}
      />
      <ChoiceField<SaveProvider>
        name="kind"
        label={t('kind')}
        options={PROVIDER_KINDS.map((value) => ({ value, label: t(`codes:providerKind.${value}`) }))}
      />
      <WordsField<SaveProvider> name="phone" label={t('phone')} max={60} />
      <details className="provider-more" open={Boolean(filled)}>
        <summary>{t('more')}</summary>
        <ReachField />
        <FundingField />
        <WordsField<SaveProvider> name="services" label={t('services')} hint={t('servicesHint')} max={500} />
        <WordsField<SaveProvider> name="hours" label={t('hours')} hint={t('hoursHint')} max={200} />
        <WordsField<SaveProvider> name="area" label={t('area')} hint={t('areaHint')} max={200} />
        <SelectField
          name="role"
          label={t('form.role')}
          hint={t('form.roleHint')}
          options={codes('role', PROVIDER_ROLES)}
          none={t('unknown')}
        />
        <CodesField name="standings" label={t('form.standings')} options={codes('standing', STANDINGS)} />
        <WordsField<SaveProvider>
          name="publicContact"
          label={t('form.publicContact')}
          hint={t('form.publicContactHint')}
          max={80}
        />
        <WordsField<SaveProvider> name="contact" label={t('contact')} hint={t('contactHint')} max={80} />
        <WordsField<SaveProvider> name="contactPhone" label={t('form.contactPhone')} max={60} />
        <WordsField<SaveProvider> name="creditCode" label={t('form.creditCode')} max={18} />
        {context && <TickField name="stopped" label={t('form.stopped')} />}
      </details>
    </>
  )
}

/** Any number of them: they look like the other choices, and each is a checkbox. */
function ReachField() {
  const { t } = useTranslation(['providers', 'codes'])
  const { field } = useController<SaveProvider, 'reach'>({ name: 'reach' })
  const chosen = field.value ?? []
  const toggle = (one: Reach): void =>
    field.onChange(REACHES.filter((reach) => (reach === one ? !chosen.includes(one) : chosen.includes(reach))))
  return (
    <Field label={t('providers:reach')} group>
      {(bind) => (
        <div className="chips">
          {REACHES.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={() => toggle(one)}
                onBlur={field.onBlur}
                aria-describedby={bind['aria-describedby']}
              />
              <span>{t(`codes:reach.${one}`)}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}

/** A plain select: antd's takes Ctrl+Enter for itself, which has to save. */
function FundingField() {
  const { t } = useTranslation(['providers', 'codes'])
  const { field } = useController<SaveProvider, 'funding'>({ name: 'funding' })
  return (
    <Field label={t('funding')}>
      {({ status: _status, ...bind }) => (
        <select
          {...bind}
          className="plain-select"
          ref={field.ref}
          name={field.name}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
        >
          <option value="">{t('unknown')}</option>
          {FUNDING_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`codes:fundingMode.${mode}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
