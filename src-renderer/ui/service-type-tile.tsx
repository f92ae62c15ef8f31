/** The service type as a letter in a tile: never a colour alone, the same in lists, charts and prints. */
import { useTranslation } from 'react-i18next'
import type { ServiceType } from '#core/case-file/codes.ts'

/** `type`: null while it is not decided (the dashed tile). */
export function ServiceTypeTile({ type, large = false }: { type: ServiceType | null; large?: boolean }) {
  const { t } = useTranslation('codes')
  const code = type ?? 'undecided'
  const name = t(`serviceType.${code}`)
  return (
    <span className={`tile ${code}${large ? ' large' : ''}`} role="img" aria-label={name} title={name}>
      {t(`serviceTypeLetter.${code}`)}
    </span>
  )
}
