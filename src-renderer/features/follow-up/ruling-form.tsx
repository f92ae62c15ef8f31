import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { rulingOf, type Objection } from '#core/case-file/orders.ts'
import { RULINGS } from '#core/case-file/referral-codes.ts'
import { RULE_OBJECTION, type RuleObjection } from '#core/follow-up/rule-objection.ts'

const pending = ({ file }: CaseView): Objection[] => {
  const round = currentRound(file)
  return actsOf(round, 'objection').filter(({ id }) => rulingOf(round, id) === null)
}

/** 裁定退单, the oldest request first: another one is ruled on after it. */
export const rulingForm: FormSpec<CaseView> = {
  schema: RULE_OBJECTION,
  start: (view) => ({ case: view.file.id, objection: pending(view)[0]?.id, note: '', capacity: 'station' }),
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['referral', 'case-file', 'codes'])
  const moments = useMomentWords(useNow())
  const { watch } = useFormContext<RuleObjection>()
  const [objection, decision] = watch(['objection', 'decision'])
  const asked = pending(view).find(({ id }) => id === objection)
  const order = actsOf(view.file.acts, 'referral').find(({ id }) => id === asked?.referral)
  return (
    <>
      {asked && (
        <div className="field">
          <p>
            {t('referral:rule.asked', {
              provider: (order && view.providerNames[order.provider]) ?? t('case-file:timeline.unknownProvider'),
              at: moments.at(asked.at),
              reason: t(`codes:returnReason.${asked.reasonCode}`),
            })}
          </p>
          {asked.note && <div className="quote">{asked.note}</div>}
        </div>
      )}
      <ChoiceField<RuleObjection>
        name="decision"
        label={t('referral:rule.decision')}
        hint={decision && t(decision === 'upheld' ? 'referral:rule.upheldHint' : 'referral:rule.refusedHint')}
        options={RULINGS.map((value) => ({ value, label: t(`referral:ruling.${value}`) }))}
      />
      <WordsField<RuleObjection>
        name="note"
        label={t('referral:rule.note')}
        optional={decision !== 'refused'}
        rows={3}
        max={TEXT_LENGTH}
      />
      <CapacityField<RuleObjection> name="capacity" label={t('referral:rule.capacity')} />
    </>
  )
}
