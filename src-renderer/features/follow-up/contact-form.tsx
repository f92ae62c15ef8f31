import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { CONTACT_KINDS, type ContactKind } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { RECORD_CONTACT, type RecordContact } from '#core/follow-up/record-contact.ts'
import { SPOKEN_WAYS } from './spoken-ways.ts'

/** Calls, visits, progress and notes. `preset` is the kind; without one it is the first contact until there was one. */
export const contactForm: FormSpec<CaseView> = {
  schema: RECORD_CONTACT,
  start(view, preset) {
    const before = actsOf(currentRound(view.file), 'contact').some((contact) => contact.kind !== 'note')
    const kind = (preset as ContactKind | undefined) ?? (before ? 'progress' : 'first-contact')
    const way = kind === 'visit' ? 'home-visit' : 'phone'
    return { case: view.file.id, kind, way, note: '', ...(kind === 'note' && NOTE) }
  },
  Fields,
}

/** A note reaches nobody and is counted nowhere; the stored form still names both. */
export const NOTE = { way: 'system', reached: true } as const

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes'])
  const form = useFormContext<RecordContact>()
  const isNote = form.watch('kind') === 'note'
  const failed = actsOf(currentRound(view.file), 'contact').filter(
    (contact) => !contact.reached && contact.kind !== 'note',
  ).length
  const onKind = (kind: string): void => {
    if (kind === 'note') {
      form.setValue('way', NOTE.way)
      form.setValue('reached', NOTE.reached)
    } else if (isNote) {
      form.setValue('way', kind === 'visit' ? 'home-visit' : 'phone')
      form.resetField('reached', { defaultValue: undefined as unknown as boolean })
    }
  }
  return (
    <>
      <ChoiceField<RecordContact>
        name="kind"
        label={t('case-file:field.contactKind')}
        options={CONTACT_KINDS.map((value) => ({ value, label: t(`codes:contactKind.${value}`) }))}
        onChosen={onKind}
      />
      {!isNote && (
        <>
          <ChoiceField<RecordContact>
            name="way"
            label={t('case-file:field.way')}
            options={SPOKEN_WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
          />
          <ChoiceField<RecordContact, boolean>
            name="reached"
            label={t('case-file:field.reached')}
            {...(failed > 0 && { hint: t('case-file:contactCount', { count: failed }) })}
            options={[
              { value: true, label: t('case-file:field.reachedYes') },
              { value: false, label: t('case-file:field.reachedNo') },
            ]}
          />
        </>
      )}
      <WordsField<RecordContact>
        name="note"
        label={isNote ? t('case-file:field.note') : t('case-file:field.contactNote')}
        optional={!isNote}
        rows={4}
        max={TEXT_LENGTH}
      />
      {!isNote && <MomentField<RecordContact> name="nextAt" label={t('case-file:field.nextAt')} optional />}
      <MomentField<RecordContact>
        name="at"
        label={t('case-file:field.at')}
        hint={t('case-file:field.atHint')}
        optional
      />
    </>
  )
}
