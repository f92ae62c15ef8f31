/** The rules in their order, each with how much it found. ← and → go through them. */
import { useTranslation } from 'react-i18next'
import { RULE_CODES, type RuleCode } from '#core/supervision/rule-codes.ts'

type RuleListProps = {
  /** Null while it is counted. */
  readonly counts: Readonly<Record<RuleCode, number>> | null
  readonly at: RuleCode
  readonly onPick: (code: RuleCode) => void
}

export function RuleList({ counts, at, onPick }: RuleListProps) {
  const { t } = useTranslation('supervision')
  return (
    <ul className="card rule-list" aria-label={t('rules.list')}>
      {RULE_CODES.map((code) => (
        <li key={code}>
          <button type="button" aria-pressed={code === at} onClick={() => onPick(code)}>
            <span>{t(`rule.${code}.name`)}</span>
            <b className={(counts?.[code] ?? 0) > 0 ? 'some' : ''}>{counts ? counts[code] : '…'}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}
