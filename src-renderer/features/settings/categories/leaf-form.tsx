/** One leaf: what it says from a day on. What it said before stands under the form, with who changed it and when. */
import { Select } from 'antd'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { SERVICE_TYPES, type ServiceType } from '#core/case-file/codes.ts'
import { PRESET_IDS } from '#core/case-file/time-limit.ts'
import { DUTIES, isOwnLeaf, PROVISION_WAYS, type Category } from '#core/category/category.ts'
import { groups } from '#core/category/current-catalogue.ts'
import { fallbackChain } from '#core/category/fallback-chain.ts'
import { LEAF, leafFields } from '#core/category/fields.ts'
import { z } from '#core/lib/schema.ts'
import type { Day } from '#core/lib/time.ts'

/** `leaf`: null for a new one. */
export type LeafContext = { readonly leaf: Category | null; readonly leaves: readonly Category[]; readonly today: Day }

const THEN = '>'
const FORM = LEAF.extend({ chain: z.string().transform((chain) => chain.split(THEN) as ServiceType[]) })
type LeafValues = z.input<typeof FORM>

export const leafForm: FormSpec<LeafContext> = {
  schema: FORM,
  start({ leaf, leaves, today }) {
    if (leaf) return { ...leafFields(leaf), chain: leaf.chain.join(THEN), inForce: today }
    const group = groups()[0]!.code
    return {
      code: freeCode(group, leaves),
      nameZh: '',
      nameEn: '',
      serviceType: 'administrative',
      duty: 'assist',
      limit: 'general',
      chain: fallbackChain('administrative').join(THEN),
      basis: '',
      author: '本站',
      inForce: today,
      way: 'report-up',
      words: '',
      retired: false,
    }
  },
  Fields,
}

/** The next number of a group that is the station's own; '' when all twenty are taken. */
function freeCode(group: string, leaves: readonly Category[]): string {
  const taken = new Set(leaves.map(({ code }) => code))
  for (let n = 80; n < 100; n++) if (!taken.has(`L${group}${n}`)) return `L${group}${n}`
  return ''
}

function Fields({ context: { leaf, leaves } }: { context: LeafContext }) {
  const { t } = useTranslation(['categories', 'codes', 'limits'])
  const { setValue } = useFormContext<LeafValues>()
  const type = useWatch<LeafValues, 'serviceType'>({ name: 'serviceType' })
  const typeName = (one: ServiceType): string => t(`codes:serviceType.${one}`)
  const options = <T extends string>(all: readonly T[], name: (one: T) => string) =>
    all.map((value) => ({ value, label: name(value) }))
  return (
    <>
      {leaf ? (
        <p className="muted">
          {t('categories:settings.code')} {leaf.code}
        </p>
      ) : (
        <GroupField leaves={leaves} />
      )}
      <WordsField<LeafValues> name="nameZh" label={t('categories:settings.nameZh')} max={40} />
      <WordsField<LeafValues> name="nameEn" label={t('categories:settings.nameEn')} max={80} optional />
      <ChoiceField<LeafValues, ServiceType>
        name="serviceType"
        label={t('categories:settings.serviceType')}
        options={options(SERVICE_TYPES, typeName)}
        onChosen={(value) => setValue('chain', fallbackChain(value).join(THEN), { shouldDirty: true })}
      />
      <PickField
        name="chain"
        label={t('categories:settings.chain')}
        hint={t('categories:settings.chainHint')}
        options={chainsOf(type).map((chain) => ({
          value: chain.join(THEN),
          label: chain.map(typeName).join(' → '),
        }))}
      />
      <ChoiceField<LeafValues>
        name="duty"
        label={t('categories:settings.duty')}
        options={options(DUTIES, (one) => t(`categories:duty.${one}`))}
      />
      <PickField
        name="limit"
        label={t('categories:settings.limit')}
        options={options(PRESET_IDS, (one) => t(`limits:preset.${one}`))}
      />
      <PickField
        name="way"
        label={t('categories:settings.way')}
        options={options(PROVISION_WAYS, (one) => t(`categories:way.${one}`))}
      />
      <WordsField<LeafValues> name="basis" label={t('categories:settings.basis')} max={200} optional />
      <WordsField<LeafValues>
        name="author"
        label={t('categories:settings.author')}
        placeholder={t('categories:settings.authorHint')}
        max={80}
      />
      <DayField<LeafValues> name="inForce" label={t('categories:settings.inForce')} />
      <WordsField<LeafValues>
        name="words"
        label={t('categories:settings.words')}
        hint={t('categories:settings.wordsHint')}
        rows={3}
        max={1_000}
        optional
      />
      <ChoiceField<LeafValues, boolean>
        name="retired"
        label={t('categories:settings.state')}
        options={[
          { value: false, label: t('categories:settings.keep') },
          { value: true, label: t('categories:settings.retire') },
        ]}
      />
      {leaf && <Versions code={leaf.code} />}
    </>
  )
}

/** Every order that begins with the own kind and comes back to none. */
function chainsOf(own: ServiceType): readonly (readonly ServiceType[])[] {
  const [first, second] = SERVICE_TYPES.filter((type) => type !== own) as [ServiceType, ServiceType]
  return [[own, first, second], [own, second, first], [own, first], [own, second], [own]]
}

type PickFieldProps = {
  readonly name: 'chain' | 'limit' | 'way' | 'code'
  readonly label: string
  readonly hint?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function PickField({ name, label, hint, options }: PickFieldProps) {
  const { field, fieldState } = useController<LeafValues>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} error={words(fieldState.error)} hint={hint}>
      {(bind) => (
        <Select
          {...bind}
          ref={field.ref}
          className="catalogue-pick"
          value={field.value as string}
          onChange={(value: string) => field.onChange(value)}
          onBlur={field.onBlur}
          options={[...options]}
        />
      )}
    </Field>
  )
}

function GroupField({ leaves }: { readonly leaves: readonly Category[] }) {
  const { t } = useTranslation('categories')
  const names = useTwoNames()
  const options = groups().flatMap(({ code, level1, level2 }) => {
    const free = freeCode(code, leaves)
    return free === '' ? [] : [{ value: free, label: `${names(level1)} / ${names(level2)} · ${free}` }]
  })
  return <PickField name="code" label={t('settings.group')} options={options.filter(({ value }) => isOwnLeaf(value))} />
}

function Versions({ code }: { readonly code: string }) {
  const { t } = useTranslation(['categories', 'codes'])
  const { desk } = useServices()
  const names = useTwoNames()
  const versions = useAnswer(() => desk.categoryVersions(code), [desk, code])
  return (
    <section aria-label={t('categories:settings.history')}>
      <h3>{t('categories:settings.history')}</h3>
      <ol className="plain-list" reversed>
        {(versions ?? []).map(({ leaf, at, by }) => (
          <li key={`${leaf.inForce} ${at ?? ''}`}>
            <b>{t('categories:settings.since', { day: leaf.inForce })}</b>{' '}
            {[
              names(leaf.name),
              t(`codes:serviceType.${leaf.serviceType}`),
              t(`categories:duty.${leaf.duty}`),
              leaf.retired && t('categories:settings.retired'),
            ]
              .filter(Boolean)
              .join(' · ')}
            <div className="muted small">
              {at === null
                ? t('categories:settings.builtIn')
                : t('categories:settings.by', { name: by ?? '', at: at.slice(0, 16).replace('T', ' ') })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
