/** 建议分类: at most three leaves, how sure, and the words that decided. Nothing is taken over before somebody presses. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { ServiceType } from '#core/case-file/codes.ts'
import './category.css'

type SuggestedLeavesProps = {
  readonly title: string
  readonly text: string
  /** The code that is chosen now. */
  readonly category: string
  readonly onChoose: (category: string, serviceType: ServiceType) => void
}

export function SuggestedLeaves({ title, text, category, onChoose }: SuggestedLeavesProps) {
  const { t } = useTranslation('categories')
  const { desk } = useServices()
  const names = useTwoNames()
  const shown = useAnswer(() => desk.categories(), [desk])
  const found = useAnswer(() => desk.suggest(title, text), [desk, title, text])
  if (title.trim() === '' && text.trim() === '') return <p className="muted">{t('suggest.waiting')}</p>
  if (!found || !shown) return null
  if (found.leaves.length === 0) return <p className="muted">{t('suggest.nothing')}</p>
  return (
    <>
      <ol className="suggested-leaves">
        {found.leaves.map(({ code, serviceType, sure, words }) => {
          const leaf = shown.leaves.find((one) => one.code === code)
          if (!leaf) return null
          const isChosen = code === category
          return (
            <li key={code} className={isChosen ? 'chosen' : ''}>
              <ServiceTypeTile type={serviceType} />
              <div>
                <b>{names(leaf.name)}</b> <span className={`sureness ${sure}`}>{t(`suggest.sure.${sure}`)}</span>
                {words.length > 0 && (
                  <div className="muted small">{t('suggest.because', { words: words.join(t('suggest.and')) })}</div>
                )}
              </div>
              <Button size="small" disabled={isChosen} onClick={() => onChoose(code, serviceType)}>
                {t(isChosen ? 'suggest.chosen' : 'suggest.use')}
                <span className="only-heard"> {names(leaf.name)}</span>
              </Button>
            </li>
          )
        })}
      </ol>
      <p className="muted small">
        {found.learnedFrom > 0 ? t('suggest.learned', { count: found.learnedFrom }) : t('suggest.cold')}
        {' · '}
        {t('suggest.hint')}
      </p>
    </>
  )
}
