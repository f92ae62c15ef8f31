import { useTranslation } from 'react-i18next'
import { useTwoNames } from '#app/ui/category-name.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import type { Cards } from './cards.ts'

/** What of the list leaves as a file: neither who wrote a card nor which case it came from. */
export function useCardSheet(): (cards: Cards) => SheetToWrite {
  const { t } = useTranslation(['learning', 'codes'])
  const names = useTwoNames()
  const column = (title: string, width = 24) => ({ title, kind: 'text' as const, width })
  return (cards) =>
    cards.kind === 'models'
      ? {
          name: t('learning:tab.models'),
          columns: [
            column(t('learning:models.title')),
            column(t('learning:models.category'), 18),
            column(t('learning:models.serviceType'), 12),
            column(t('learning:models.situation'), 50),
            column(t('learning:models.done'), 50),
            column(t('learning:models.helpers'), 18),
            column(t('learning:models.result'), 40),
            column(t('learning:models.learnt'), 40),
          ],
          rows: cards.rows.map((card) => [
            card.title,
            names(card.categoryName),
            card.serviceType === '' ? '' : t(`codes:serviceType.${card.serviceType}`),
            card.situation,
            card.done,
            card.helpers.map((kind) => t(`codes:providerKind.${kind}`)).join(t('learning:ways.and')),
            card.result,
            card.learnt,
          ]),
        }
      : {
          name: t('learning:tab.policies'),
          columns: [
            column(t('learning:policies.title')),
            column(t('learning:policies.text'), 60),
            column(t('learning:policies.source'), 20),
            column(t('learning:policies.number'), 20),
            { title: t('learning:policies.date'), kind: 'date' as const },
            { title: t('learning:policies.until'), kind: 'date' as const },
            column(t('learning:policies.categories'), 24),
            column(t('learning:policies.link'), 30),
          ],
          rows: cards.rows.map((card) => [
            card.title,
            card.text,
            card.source,
            card.number,
            card.date,
            card.until,
            card.categoryNames.map(names).join(t('learning:ways.and')),
            card.link,
          ]),
        }
}
