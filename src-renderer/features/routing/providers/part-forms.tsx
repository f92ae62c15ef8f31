/** The short forms of a provider's page: service, place of service, agreement, qualification, 动态. */
import { useTranslation } from 'react-i18next'
import type { Choice, ProviderParts } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { YuanField } from '#app/ui/yuan-field.tsx'
import { AGREEMENT, AGREEMENT_KINDS, QUOTA_UNITS } from '#core/agreement/agreement.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { entityId, z } from '#core/lib/schema.ts'
import { boxOfFen, yuanBox } from '#core/lib/yuan-box.ts'
import { MARKS } from '#core/person/marks.ts'
import { FUNDING_MODES } from '#core/provider/fields.ts'
import { hoursWords } from '#core/provider/hours-words.ts'
import { PROVIDER_NOTE, PROVIDER_NOTE_KINDS } from '#core/provider/provider-note.ts'
import { QUALIFICATION } from '#core/provider/qualification.ts'
import { BLANK_SERVICE, DELIVERY_WAYS, RESIDENCES, SERVICE } from '#core/provider/service.ts'
import { BARRIER_FREE, BLANK_SITE, SITE } from '#core/provider/site.ts'
import { CodesField, DayField, HoursField, PickField, SelectField, TextField, TickField } from './directory-fields.tsx'
import { dayText, hoursText, itemsText, numberWords, wholeText } from './form-values.ts'
import { OpenWordsField } from './open-words-field.tsx'
import { useDirectoryCodes } from './use-directory-codes.ts'

/** What a form is about: the provider's id, the part (null: a new one), and what can be chosen. */
export type PartContext<P> = {
  readonly provider: string
  readonly serviceType: (typeof SERVICE_TYPES)[number]
  readonly part: P | null
  readonly categories: readonly Choice[]
  readonly places: readonly Choice[]
  readonly services: readonly Choice[]
  readonly members: readonly Choice[]
  readonly today: string
}

type Service = ProviderParts['services'][number]
export const serviceForm: FormSpec<PartContext<Service>> = {
  schema: SERVICE.extend({
    id: entityId('service').optional(),
    languages: itemsText.pipe(SERVICE.shape.languages),
    documents: itemsText.pipe(SERVICE.shape.documents),
    hours: hoursText,
    costFen: yuanBox,
    minAge: wholeText.pipe(SERVICE.shape.minAge),
    maxAge: wholeText.pipe(SERVICE.shape.maxAge),
    capacityOpen: wholeText.pipe(SERVICE.shape.capacityOpen),
    capacityMax: wholeText.pipe(SERVICE.shape.capacityMax),
    capacityAt: dayText,
  }),
  start: ({ provider, serviceType, part }) => {
    const service = part ?? { ...BLANK_SERVICE, provider, name: '', serviceType }
    return {
      ...service,
      languages: service.languages.join('、'),
      documents: service.documents.join('、'),
      hours: hoursWords(service.hours, 'zh-CN'),
      costFen: boxOfFen(service.costFen),
      minAge: numberWords(service.minAge),
      maxAge: numberWords(service.maxAge),
      capacityOpen: numberWords(service.capacityOpen),
      capacityMax: numberWords(service.capacityMax),
    }
  },
  Fields: ServiceFields,
}

function ServiceFields({ context }: { readonly context: PartContext<Service> }) {
  const { t } = useTranslation('providers')
  const codes = useDirectoryCodes()
  const filled = context.part !== null
  return (
    <>
      <WordsField name="name" label={t('form.serviceName')} max={120} />
      <ChoiceField
        name="serviceType"
        label={t('serviceType')}
        options={codes('serviceType', SERVICE_TYPES).map(({ id, words }) => ({ value: id, label: words }))}
      />
      <PickField
        name="categories"
        label={t('form.categories')}
        hint={t('form.categoriesHint')}
        optional
        choices={context.categories}
      />
      <CodesField name="ways" label={t('form.ways')} optional options={codes('way', DELIVERY_WAYS)} />
      <HoursField name="hours" label={t('hours')} />
      <details className="provider-more" open={filled}>
        <summary>{t('form.whereWho')}</summary>
        <PickField name="area" label={t('form.area')} optional choices={context.places} />
        <WordsField name="areaWords" label={t('form.areaWords')} optional max={200} />
        <TextField name="minAge" label={t('form.minAge')} optional max={3} />
        <TextField name="maxAge" label={t('form.maxAge')} optional max={3} />
        <CodesField
          name="marks"
          label={t('form.marks')}
          hint={t('form.marksHint')}
          optional
          options={codes('mark', MARKS)}
        />
        <CodesField name="residence" label={t('form.residence')} optional options={codes('residence', RESIDENCES)} />
        <TextField name="documents" label={t('form.documents')} hint={t('form.listHint')} optional max={600} />
        <TextField name="languages" label={t('form.languages')} hint={t('form.languagesHint')} optional max={200} />
      </details>
      <details className="provider-more" open={filled}>
        <summary>{t('form.costCapacity')}</summary>
        <TextField name="costFen" label={t('form.cost')} hint={t('form.costHint')} optional max={20} />
        <WordsField name="costUnit" label={t('form.costUnit')} optional max={20} />
        <WordsField name="costWords" label={t('form.costWords')} optional max={120} />
        <SelectField
          name="fundingMode"
          label={t('funding')}
          optional
          options={codes('fundingMode', FUNDING_MODES)}
          none={t('unknown')}
        />
        <TextField name="capacityOpen" label={t('form.capacityOpen')} optional max={6} />
        <TextField name="capacityMax" label={t('form.capacityMax')} optional max={6} />
        <DayField name="capacityAt" label={t('form.capacityAt')} optional />
        <SelectField name="status" label={t('form.status')} options={codes('serviceStatus', ['active', 'inactive'])} />
        <OpenWordsField name="note" label={t('form.note')} optional rows={2} max={500} />
      </details>
    </>
  )
}

type Site = ProviderParts['sites'][number]
export const siteForm: FormSpec<PartContext<Site>> = {
  schema: SITE.extend({ id: entityId('site').optional(), hours: hoursText, place: SITE.shape.place }),
  start: ({ provider, part }) => {
    const site = part ?? { ...BLANK_SITE, provider, name: '' }
    return { ...site, hours: hoursWords(site.hours, 'zh-CN') }
  },
  Fields: SiteFields,
}

function SiteFields({ context }: { readonly context: PartContext<Site> }) {
  const { t } = useTranslation('providers')
  const codes = useDirectoryCodes()
  return (
    <>
      <WordsField name="name" label={t('form.siteName')} max={120} />
      <WordsField name="address" label={t('form.address')} optional max={200} />
      <SelectField name="place" label={t('form.place')} optional options={context.places} none={t('unknown')} />
      <HoursField name="hours" label={t('hours')} />
      <SelectField
        name="barrierFree"
        label={t('form.barrierFree')}
        optional
        options={codes('barrierFree', BARRIER_FREE)}
        none={t('unknown')}
      />
      <WordsField name="phone" label={t('phone')} optional max={60} />
      <OpenWordsField name="transport" label={t('form.transport')} optional max={200} />
      {context.services.length > 0 && (
        <CodesField
          name="services"
          label={t('form.servicesHere')}
          hint={t('form.servicesHereHint')}
          optional
          options={context.services}
        />
      )}
    </>
  )
}

type Agreement = ProviderParts['agreements'][number]
export const agreementForm: FormSpec<PartContext<Agreement>> = {
  schema: AGREEMENT.extend({
    id: entityId('agreement').optional(),
    overOnPurpose: z.boolean(),
    from: dayText,
    to: dayText,
    unitFen: yuanBox,
    capFen: yuanBox,
    quota: wholeText,
    used: wholeText.transform((used) => used ?? 0),
  }),
  start: ({ provider, part, today }) => ({
    provider,
    kind: 'contract',
    number: '',
    from: today,
    to: '',
    item: '',
    itemWords: '',
    unit: 'times',
    longReason: '',
    note: '',
    overOnPurpose: false,
    ...part,
    unitFen: boxOfFen(part?.unitFen ?? null),
    capFen: boxOfFen(part?.capFen ?? null),
    evaluation: part?.evaluation ?? '',
    quota: numberWords(part?.quota ?? null),
    used: numberWords(part?.used ?? null),
  }),
  Fields: AgreementFields,
}

function AgreementFields({ context }: { readonly context: PartContext<Agreement> }) {
  const { t } = useTranslation('providers')
  const codes = useDirectoryCodes()
  return (
    <>
      <ChoiceField
        name="kind"
        label={t('form.agreementKind')}
        options={codes('agreementKind', AGREEMENT_KINDS).map(({ id, words }) => ({ value: id, label: words }))}
      />
      <WordsField name="number" label={t('form.agreementNumber')} max={60} />
      <DayField name="from" label={t('form.from')} />
      <DayField name="to" label={t('form.to')} hint={t('form.termHint')} />
      <WordsField name="longReason" label={t('form.longReason')} optional max={200} />
      <SelectField name="item" label={t('form.item')} optional options={context.categories} none={t('form.noItem')} />
      <WordsField name="itemWords" label={t('form.itemWords')} optional max={120} />
      <YuanField name="unitFen" label={t('form.unitPrice')} optional />
      <SelectField
        name="unit"
        label={t('form.unit')}
        options={codes(
          'quotaUnit',
          QUOTA_UNITS.filter((unit) => unit !== 'fen'),
        )}
      />
      <TextField name="quota" label={t('form.quota')} optional max={12} />
      <TextField name="used" label={t('form.used')} hint={t('form.usedHint')} optional max={12} />
      <YuanField name="capFen" label={t('form.cap')} hint={t('form.capHint')} optional />
      <WordsField name="evaluation" label={t('form.evaluation')} optional rows={2} max={500} />
      <WordsField name="note" label={t('form.note')} optional rows={2} max={500} />
      {!context.part && <TickField name="overOnPurpose" label={t('form.overOnPurpose')} />}
    </>
  )
}

type Qualification = ProviderParts['qualifications'][number]
export const qualificationForm: FormSpec<PartContext<Qualification>> = {
  schema: QUALIFICATION.extend({ id: entityId('qualification').optional(), from: dayText, to: dayText }),
  start: ({ provider, part }) => ({ provider, name: '', number: '', issuer: '', from: '', to: '', ...part }),
  Fields: function QualificationFields() {
    const { t } = useTranslation('providers')
    return (
      <>
        <WordsField name="name" label={t('form.qualification')} max={120} />
        <WordsField name="number" label={t('form.qualificationNumber')} optional max={60} />
        <WordsField name="issuer" label={t('form.issuer')} optional max={120} />
        <DayField name="from" label={t('form.from')} optional />
        <DayField name="to" label={t('form.to')} hint={t('form.warnHint')} optional />
      </>
    )
  },
}

export const noteForm: FormSpec<PartContext<never>> = {
  schema: PROVIDER_NOTE.extend({ day: dayText }),
  start: ({ provider, today }) => ({ provider, kind: 'contact', day: today, words: '' }),
  Fields: function NoteFields() {
    const { t } = useTranslation('providers')
    const codes = useDirectoryCodes()
    return (
      <>
        <ChoiceField
          name="kind"
          label={t('form.noteKind')}
          options={codes('noteKind', PROVIDER_NOTE_KINDS).map(({ id, words }) => ({ value: id, label: words }))}
        />
        <DayField name="day" label={t('form.day')} />
        <WordsField name="words" label={t('form.noteWords')} rows={3} max={500} />
      </>
    )
  },
}
