import { useTranslation } from 'react-i18next'
import type { PointState } from '#core/have/codes.ts'

/** 有 · 半 · 无 · — · ？: a letter, a border of its own, and the word for who reads it aloud; never a colour alone. */
export function StateTile({ state }: { readonly state: PointState }) {
  const { t } = useTranslation('haves')
  return (
    <span className={`have-tile is-${state}`} title={t(`state.${state}`)}>
      <span aria-hidden="true">{t(`letter.${state}`)}</span>
      <span className="spoken-only">{t(`state.${state}`)}</span>
    </span>
  )
}
