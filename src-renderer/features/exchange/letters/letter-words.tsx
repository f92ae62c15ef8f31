import { useTranslation } from 'react-i18next'
import type { LetterLine } from '#app/services/desk-types.ts'
import { LETTER_KINDS } from '#core/peer/codes.ts'

/** Of a newer version there may be kinds that nobody here has a word for. */
export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation('letters')
  return (kind) => {
    const known = LETTER_KINDS.find((one) => one === kind)
    return known ? t(`kind.${known}`) : t('otherKind')
  }
}

const LOOKS = { waiting: 'warn', sent: '', 'handed-on': '', arrived: 'good', answered: 'good', 'to-do': 'warn', done: 'good', kept: '' } as const // prettier-ignore

export function LetterState({ line, plain = false }: { readonly line: LetterLine; readonly plain?: boolean }) {
  const { t } = useTranslation('letters')
  const words = t(`state.${line.state}`)
  if (plain) return <>{line.late ? `${words} · ${t('late')}` : words}</>
  return (
    <span className={`exchange-state ${line.late ? 'bad' : LOOKS[line.state]}`}>
      {line.late ? `${words} · ${t('late')}` : words}
    </span>
  )
}
