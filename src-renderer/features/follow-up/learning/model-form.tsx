/** 标为典型案例: a proposal without names, read and rewritten by a person, who says so before it is kept. */
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ModelRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { SAVE_MODEL_CASE, type SaveModelCase } from '#core/follow-up/save-model-case.ts'
import { MODEL_TEXT_MOST } from '#core/learning/fields.ts'
import type { ModelProposal } from '#core/learning/model-proposal.ts'
import { PROVIDER_KINDS } from '#core/provider/fields.ts'
import { CategoriesField } from './categories-field.tsx'

type Context = { readonly of: string; readonly card: ModelRow | null; readonly proposal: ModelProposal | null; readonly outcome: string } // prettier-ignore

const spec: FormSpec<Context> = {
  schema: SAVE_MODEL_CASE,
  start({ of, card, proposal, outcome }) {
    const from = card ?? proposal
    return {
      case: of,
      ...(card && { id: card.id }),
      title: from?.title ?? '',
      situation: from?.situation ?? '',
      done: from?.done ?? '',
      helpers: [...(from?.helpers ?? [])],
      result: card?.result ?? ([outcome, proposal?.result].filter(Boolean).join('：') || ''),
      learnt: card?.learnt ?? '',
      category: from?.category ?? '',
      serviceType: from?.serviceType ?? '',
      read: false,
    } satisfies SaveModelCase
  },
  Fields,
}

type ModelFormProps = {
  /** The case. */
  readonly of: string
  /** One that is changed; without it a new one. */
  readonly card?: ModelRow
  readonly onSaved: (card: string) => void
  readonly onLeave: () => void
}

export function ModelForm({ of, card, onSaved, onLeave }: ModelFormProps) {
  const { t } = useTranslation(['learning', 'codes'])
  const { desk } = useServices()
  const answer = useAnswer(async () => ({ proposal: card ? null : await desk.modelProposal(of) }), [desk, of])
  if (!answer) return null
  const outcome = answer.proposal?.outcome ? t(`codes:outcome.${answer.proposal.outcome}`) : ''
  const place = `model ${card?.id ?? of}`
  return (
    <FormDrawer
      title={t(card ? 'learning:mark.editTitle' : 'learning:mark.title')}
      saveLabel={t(card ? 'learning:mark.change' : 'learning:mark.save')}
      spec={spec}
      context={{ of, card: card ?? null, proposal: answer.proposal, outcome }}
      kept={formKept(place)}
      save={(typed) => desk.run({ name: 'save-model-case', input: typed as SaveModelCase })}
      onSaved={({ entities }: { readonly entities: readonly string[] }) => {
        keepForm(place, undefined)
        onSaved(entities[0]!)
      }}
      onLeave={(typed) => {
        keepForm(place, typed)
        onLeave()
      }}
    />
  )
}

function Fields() {
  const { t } = useTranslation(['learning', 'codes'])
  const words = useFieldWords()
  const helpers = useController<SaveModelCase, 'helpers'>({ name: 'helpers' }).field
  const read = useController<SaveModelCase, 'read'>({ name: 'read' })
  return (
    <>
      <p className="small muted">{t('learning:mark.lead')}</p>
      <WordsField<SaveModelCase> name="title" label={t('learning:models.title')} max={80} />
      <WordsField<SaveModelCase>
        name="situation"
        label={t('learning:models.situation')}
        rows={3}
        max={MODEL_TEXT_MOST}
      />
      <WordsField<SaveModelCase> name="done" label={t('learning:models.done')} rows={3} max={MODEL_TEXT_MOST} />
      <Field label={t('learning:models.helpers')} hint={t('learning:models.helpersHint')} group optional>
        {() => (
          <div className="chips">
            {PROVIDER_KINDS.map((kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={helpers.value.includes(kind)}
                  onChange={({ target }) =>
                    helpers.onChange(
                      target.checked ? [...helpers.value, kind] : helpers.value.filter((one) => one !== kind),
                    )
                  }
                />
                <span>{t(`codes:providerKind.${kind}`)}</span>
              </label>
            ))}
          </div>
        )}
      </Field>
      <WordsField<SaveModelCase> name="result" label={t('learning:models.result')} rows={2} max={MODEL_TEXT_MOST} />
      <WordsField<SaveModelCase>
        name="learnt"
        label={t('learning:models.learnt')}
        rows={2}
        optional
        max={MODEL_TEXT_MOST}
      />
      <CategoriesField<SaveModelCase> name="category" label={t('learning:models.category')} />
      <ChoiceField<SaveModelCase>
        name="serviceType"
        label={t('learning:models.serviceType')}
        optional
        options={SERVICE_TYPES.map((value) => ({ value, label: t(`codes:serviceType.${value}`) }))}
      />
      <Field label="" group error={words(read.fieldState.error)}>
        {() => (
          <label>
            <input
              type="checkbox"
              ref={read.field.ref}
              checked={read.field.value}
              onBlur={read.field.onBlur}
              onChange={({ target }) => read.field.onChange(target.checked)}
            />{' '}
            {t('learning:mark.read')}
          </label>
        )}
      </Field>
    </>
  )
}
