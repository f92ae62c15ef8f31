/**
 * The terms an order goes out with: by when, on which lawful ground, with which fields. What is usual is chosen already;
 * consent is the one thing that somebody has to say yes to.
 */
import { Button } from 'antd'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import { ConsentFields } from '#app/ui/consent-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import type { ServiceType } from '#core/case-file/codes.ts'
import { consentFor } from '#core/case-file/orders.ts'
import { GROUNDS, PARTS, type Ground } from '#core/case-file/referral-codes.ts'
import { consentText, type ConsentVersion } from '#core/person/consent-text.ts'
import type { Dispatch } from '#core/routing/dispatch.ts'
import { filledFields } from '#core/case-file/sent-fields.ts'
import { orderDue, usualFields, usualGround, wayOf } from '#core/routing/order-terms.ts'

/** Shown at once; the others are rare. */
const USUAL_GROUNDS: readonly Ground[] = ['consent', 'emergency', 'contract', 'no-personal-data']

/** What the form opens with: spread it into `start`. */
export function startTerms({ file }: CaseView): Partial<Dispatch> {
  const ground = usualGround(file)
  return { ground, fieldsSent: usualFields(file, ground), capacity: 'station' }
}

type TermsProps = {
  readonly view: CaseView
  /** The provider chosen; null while nobody is. */
  readonly provider: { readonly id: string; readonly name: string; readonly serviceType: ServiceType } | null
}

export function DispatchTerms({ view, provider }: TermsProps) {
  const { t } = useTranslation('referral')
  const now = useNow()
  const moments = useMomentWords(now)
  const [more, setMore] = useState(false)
  const isUp = provider !== null && wayOf(provider.serviceType) === 'report-up'
  const fields = filledFields(view.file)
    .map((field) => t(`sent.${field}`))
    .join(t('timeline.and'))
  return (
    <>
      {provider && isUp && <p className="field muted">{fields ? t('terms.up', { fields }) : t('terms.up_none')}</p>}
      {provider && !isUp && <Ground view={view} provider={provider} />}
      <MomentField<Dispatch>
        name="dueAt"
        label={t('terms.dueAt')}
        hint={`${moments.limit(orderDue(view.file, now))} · ${t('terms.dueHint')}`}
        optional
      />
      {more && (
        <>
          <ChoiceField<Dispatch>
            name="part"
            label={t('terms.part')}
            optional
            options={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
          />
          <CapacityField<Dispatch> name="capacity" label={t('terms.capacity')} />
        </>
      )}
      <div className="field">
        <Button type="link" size="small" aria-expanded={more} onClick={() => setMore(!more)}>
          {t(more ? 'terms.fewer' : 'terms.more')}
        </Button>
      </div>
    </>
  )
}

function Ground({
  view,
  provider,
}: {
  readonly view: CaseView
  readonly provider: NonNullable<TermsProps['provider']>
}) {
  const { t } = useTranslation('referral')
  const { watch, setValue } = useFormContext<Dispatch>()
  const ground = watch('ground')
  const [all, setAll] = useState(false)
  const shown = GROUNDS.filter((one) => all || one === ground || USUAL_GROUNDS.includes(one))
  return (
    <>
      <ChoiceField<Dispatch>
        name="ground"
        label={t('terms.ground')}
        options={shown.map((value) => ({ value, label: t(`ground.${value}`) }))}
        onChosen={(value) => {
          setValue('fieldsSent', usualFields(view.file, value as Ground))
          setValue('consent', undefined)
        }}
      />
      {!all && shown.length < GROUNDS.length && (
        <div className="field">
          <Button type="link" size="small" onClick={() => setAll(true)}>
            …
          </Button>
        </div>
      )}
      <SentFields view={view} />
      {ground === 'consent' ? (
        <Consent view={view} provider={provider} />
      ) : (
        ground !== 'no-personal-data' && (
          <WordsField<Dispatch>
            name="groundNote"
            label={t('terms.groundNote')}
            hint={t('terms.groundNoteHint')}
            optional={ground !== 'other-law'}
            rows={2}
            max={2_000}
          />
        )
      )}
    </>
  )
}

/** Only what is there can be sent; who reported (举报) is never among it. */
function SentFields({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('referral')
  const { watch } = useFormContext<Dispatch>()
  const ground = watch('ground')
  const { field, fieldState } = useController<Dispatch, 'fieldsSent'>({ name: 'fieldsSent' })
  const words = useFieldWords()
  const chosen = field.value ?? []
  const clean = ground === 'no-personal-data' ? new Set(usualFields(view.file, ground)) : null
  return (
    <Field
      label={t('terms.fields')}
      error={words(fieldState.error)}
      hint={t(clean ? 'terms.fieldsClean' : 'terms.fieldsHint')}
      group
    >
      {(bind) => (
        <div className="chips">
          {filledFields(view.file)
            .filter((name) => clean === null || clean.has(name) || chosen.includes(name))
            .map((name, i) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  aria-describedby={bind['aria-describedby']}
                  ref={i === 0 ? field.ref : undefined}
                  onChange={() =>
                    field.onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
                  }
                />
                <span>{t(`sent.${name}`)}</span>
              </label>
            ))}
        </div>
      )}
    </Field>
  )
}

/** A consent that stands already is not asked for again. */
function Consent({
  view,
  provider,
}: {
  readonly view: CaseView
  readonly provider: NonNullable<TermsProps['provider']>
}) {
  const { t, i18n } = useTranslation('referral')
  const moments = useMomentWords(useNow())
  const { watch } = useFormContext<Dispatch>()
  const sent = filledFields(view.file, watch('fieldsSent') ?? [])
  const version: ConsentVersion = i18n.language === 'en' ? 'en-1' : 'zh-1'
  const standing = consentFor(view.file.acts, provider.id)
  if (standing && sent.every((name) => standing.fields.includes(name)))
    return <p className="field muted">{t('terms.standing', { at: moments.at(standing.at) })}</p>
  return <ConsentFields version={version} readOut={consentText(version, provider.name, sent)} />
}
