import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { REFUSE_OFF_LIST, type RefuseOffList } from '#core/follow-up/refuse-off-list.ts'

/** 清单外，不予承接 (社区减负). */
export const offListForm: FormSpec<CaseView> = {
  schema: REFUSE_OFF_LIST,
  start: (view) => ({ case: view.file.id, demandedBy: '', basis: '', note: '', capacity: 'committee' }),
  Fields,
}

function Fields() {
  const { t } = useTranslation('referral')
  return (
    <>
      <p className="muted">{t('offList.hint')}</p>
      <WordsField<RefuseOffList> name="demandedBy" label={t('offList.demandedBy')} max={120} />
      <WordsField<RefuseOffList>
        name="basis"
        label={t('offList.basis')}
        hint={t('offList.basisHint')}
        optional
        rows={2}
        max={2_000}
      />
      <WordsField<RefuseOffList> name="note" label={t('offList.note')} optional rows={2} max={2_000} />
      <CapacityField<RefuseOffList> name="capacity" label={t('offList.capacity')} />
    </>
  )
}
