/** After how many months without a look a policy card is said to be old: a setting of the station. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { POLICY_MONTHS } from '#core/learning/settings.ts'

export function PolicyMonths() {
  const { t } = useTranslation('learning')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const station = useSession(({ phase }) => (phase.kind === 'open' ? `station:${phase.opened.card.id}` : null))
  const rules = useAnswer(() => desk.timeRules(), [desk, revision])
  if (!rules || station === null) return null
  return (
    <label className="row small muted">
      {t('policies.stale')}
      <Select
        size="small"
        popupMatchSelectWidth={false}
        value={rules.settings.policyMonths}
        options={POLICY_MONTHS.map((value) => ({
          value: value as string,
          label: t('policies.months', { months: value }),
        }))}
        onChange={(value) => void desk.run({ name: 'change-setting', input: { station, name: 'policyMonths', value } })}
      />
    </label>
  )
}
