import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { actsOf } from '#core/case-file/case-file.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { CLASSIFY, type Classify } from '#core/routing/classify.ts'
import { CategoryField } from './category-field.tsx'
import { SuggestedLeaves } from './suggested-leaves.tsx'

/** 分类. A change keeps the old value and asks why. */
export const classifyForm: FormSpec<CaseView> = {
  schema: CLASSIFY,
  start(view) {
    const last = actsOf(view.file.acts, 'classification').at(-1)
    return { case: view.file.id, serviceType: last?.serviceType, category: last?.category ?? '', reason: '' }
  },
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes', 'categories'])
  const { setValue } = useFormContext<Classify>()
  const category = useWatch<Classify, 'category'>({ name: 'category' })
  return (
    <>
      <section className="form-suggested" aria-label={t('categories:suggest.title')}>
        <h3>{t('categories:suggest.title')}</h3>
        <SuggestedLeaves
          title={view.file.fields.title ?? ''}
          text={view.file.fields.text ?? ''}
          category={category}
          onChoose={(code, serviceType) => {
            setValue('category', code, { shouldDirty: true })
            setValue('serviceType', serviceType, { shouldDirty: true })
          }}
        />
      </section>
      <ChoiceField<Classify>
        name="serviceType"
        label={t('case-file:field.serviceType')}
        stacked
        options={SERVICE_TYPES.map((value) => ({
          value,
          label: (
            <>
              <ServiceTypeTile type={value} />
              <div>
                {t(`codes:serviceType.${value}`)}
                <div className="muted small">{t(`codes:serviceTypeHint.${value}`)}</div>
              </div>
            </>
          ),
        }))}
      />
      <CategoryField<Classify>
        name="category"
        onPicked={({ serviceType }) => setValue('serviceType', serviceType, { shouldDirty: true })}
      />
      {view.serviceType && (
        <WordsField<Classify>
          name="reason"
          label={t('case-file:field.changeReason')}
          optional
          rows={2}
          max={TEXT_LENGTH}
        />
      )}
    </>
  )
}
