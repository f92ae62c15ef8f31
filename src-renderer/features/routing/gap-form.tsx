/** 服务缺口: what is lacking, where, of which kind and by when. Most of it is known already. */
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { categoryOf } from '#core/case-file/status.ts'
import { RECORD_GAP, type RecordGap } from '#core/routing/record-gap.ts'
import { stepWords } from '#core/routing/sentences.ts'

export const gapForm: FormSpec<CaseView> = {
  schema: RECORD_GAP,
  start({ file, due, routing, neighbourhood, serviceType }) {
    const language = i18next.language === 'en' ? 'en' : 'zh-CN'
    const tried = routing?.fitting === null ? routing.steps.map((step) => stepWords(step, language)) : []
    return {
      case: file.id,
      category: categoryOf(file),
      serviceType: serviceType ?? undefined,
      place: neighbourhood?.name ?? '',
      ...(neighbourhood && { placeId: neighbourhood.id }),
      wantedBy: due.at ?? undefined,
      note: tried.join('；'),
    }
  },
  Fields,
}

function Fields() {
  const { t } = useTranslation(['routing', 'codes'])
  return (
    <>
      <ChoiceField<RecordGap>
        name="serviceType"
        label={t('routing:gap.serviceType')}
        stacked
        options={SERVICE_TYPES.map((value) => ({
          value,
          label: (
            <>
              <ServiceTypeTile type={value} /> {t(`codes:serviceType.${value}`)}
            </>
          ),
        }))}
      />
      <WordsField<RecordGap> name="place" label={t('routing:gap.place')} optional max={200} />
      <MomentField<RecordGap> name="wantedBy" label={t('routing:gap.wantedBy')} optional />
      <WordsField<RecordGap>
        name="note"
        label={t('routing:gap.note')}
        placeholder={t('routing:gap.noteHint')}
        optional
        rows={3}
        max={2_000}
      />
    </>
  )
}
