/** The service type as a letter in a tile: never a colour alone, the same in lists, charts and prints. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ServiceType } from '#core/case-file/codes.ts'

/** `type`: null while it is not decided (the dashed tile). */
export function ServiceTypeTile({ type, large = false }: { type: ServiceType | null; large?: boolean }) {
  const { t } = useTranslation('codes')
  return <TypeLetter type={type} large={large} codes={t} />
}

/** The same where the words are at hand: in the rows of a long list. */
export function TypeLetter({
  type,
  large = false,
  codes,
}: {
  type: ServiceType | null
  large?: boolean
  codes: TFunction<'codes'>
}) {
  const code = type ?? 'undecided'
  const name = codes(`serviceType.${code}`)
  return (
    <span className={`tile ${code}${large ? ' large' : ''}`} role="img" aria-label={name} title={name}>
      {codes(`serviceTypeLetter.${code}`)}
    </span>
  )
}
