/** Why a command was refused: what happened · what is safe · what to do, with the moment that it is about. */
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#core/case-file/decision.ts'
import { yuanText } from '#core/lib/yuan.ts'

export function useRefusalWords(): (refusal: Refusal) => string {
  const { t } = useTranslation('codes')
  return ({ code, at = '', left }) => {
    const isWholeDay = at.slice(11, 16) === '23:59'
    const leftWords = left
      ? t(`moneyLeft.${left.unit as 'fen'}`, { n: left.unit === 'fen' ? yuanText(left.n) : left.n })
      : ''
    return t(`refusal.${code}`, {
      at: isWholeDay ? at.slice(0, 10) : at.slice(0, 16).replace('T', ' '),
      left: leftWords,
    })
  }
}
