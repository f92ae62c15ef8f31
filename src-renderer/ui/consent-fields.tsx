/** 同意 (PIPL 23): what is read out, the tick that says they agreed, and who it was. One field of the form around it: `consent`. */
import { useId } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import type { ConsentVersion } from '#core/person/consent-text.ts'
import type { GivenConsent } from '#core/person/given-consent.ts'
import './consent-fields.css'

/** In the order of the core's lists; this room takes only types from there. */
const GIVERS: readonly GivenConsent['givenBy'][] = ['self', 'guardian', 'agent']
const CONSENT_WAYS: readonly GivenConsent['way'][] = ['oral', 'written']

type WithConsent = { consent?: GivenConsent | undefined }
type ConsentFieldsProps = { readonly version: ConsentVersion; readonly readOut: string }

export function ConsentFields({ version, readOut }: ConsentFieldsProps) {
  const { t } = useTranslation('referral')
  const id = useId()
  const { watch, setValue } = useFormContext<WithConsent>()
  const {
    field: { ref, onChange },
    fieldState: { error },
  } = useController<WithConsent, 'consent'>({ name: 'consent' })
  const words = useFieldWords()
  const consent = watch('consent')
  const giver = t(`giver.${consent?.givenBy ?? 'self'}`)
  return (
    <div className="field consent">
      <div className="hint">{t('terms.readOut')}</div>
      <blockquote className="quote">{readOut}</blockquote>
      <label className="consented" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          ref={ref}
          checked={consent !== undefined}
          aria-describedby={`${id}-more`}
          aria-invalid={error !== undefined}
          onChange={(event) =>
            onChange(
              event.target.checked ? { way: 'oral', givenBy: 'self', giver: '', textVersion: version } : undefined,
            )
          }
        />
        <span>{t('terms.consented', { giver })}</span>
      </label>
      <div id={`${id}-more`} aria-live="polite">
        {error?.message !== undefined && <div className="problem-words">{words(error as never)}</div>}
      </div>
      {consent && (
        <>
          <ChoiceField<WithConsent>
            name="consent.givenBy"
            label={t('terms.givenBy')}
            hint={t('terms.child')}
            options={GIVERS.map((value) => ({ value, label: t(`giver.${value}`) }))}
            onChosen={(value) => value === ('self' as never) && setValue('consent.giver', '')}
          />
          {consent.givenBy !== 'self' && (
            <WordsField<WithConsent> name="consent.giver" label={t('terms.giver')} max={80} />
          )}
          <ChoiceField<WithConsent>
            name="consent.way"
            label={t('terms.way')}
            options={CONSENT_WAYS.map((value) => ({ value, label: t(`consentWay.${value}`) }))}
          />
        </>
      )}
    </div>
  )
}
