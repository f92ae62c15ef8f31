/** Numbers of units and amounts as the screens say them. */
import { useTranslation } from 'react-i18next'
import type { Left } from '#core/agreement/agreement.ts'
import { yuanText } from '#core/lib/yuan.ts'

export type MoneyWords = {
  /** `3 次`; '' for none. */
  readonly units: (n: number, unit: string) => string
  /** `2 次，120.00 元`: what is left; null where nothing limits. */
  readonly left: (left: Left, unit: string) => string | null
  readonly yuan: (fen: number) => string
}

export function useMoneyWords(): MoneyWords {
  const { t } = useTranslation('funding')
  const yuan = (fen: number): string => t('yuan', { n: yuanText(fen) })
  const units = (n: number, unit: string): string =>
    n === 0 || unit === '' || unit === 'fen' ? '' : `${n}${t(`unit.${unit as 'times'}`)}`
  return {
    yuan,
    units,
    left: (left, unit) => {
      const words = [
        left.units !== null && `${left.units}${t(`unit.${(unit || 'times') as 'times'}`)}`,
        left.fen !== null && yuan(left.fen),
      ].filter(Boolean)
      return words.length === 0 ? null : words.join(' · ')
    },
  }
}

/** `3 次 ` before an amount, '' without units. */
export const before = (words: string): string => (words === '' ? '' : `${words} `)
