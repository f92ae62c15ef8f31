/** The middle card of 受理. */
import { useTranslation } from 'react-i18next'
import type { ServiceType } from '#core/case-file/codes.ts'
import { SuggestedLeaves } from './suggested-leaves.tsx'

type SuggestionCardProps = {
  /** Heading and story, a line end between them. */
  readonly text: string
  readonly category: string
  readonly onChoose: (category: string, serviceType: ServiceType) => void
}

export function SuggestionCard({ text, category, onChoose }: SuggestionCardProps) {
  const { t } = useTranslation('categories')
  const [title = '', ...story] = text.split('\n')
  return (
    <section className="card" aria-labelledby="suggestion">
      <h2 id="suggestion">{t('suggest.title')}</h2>
      <SuggestedLeaves title={title} text={story.join('\n')} category={category} onChoose={onChoose} />
    </section>
  )
}
