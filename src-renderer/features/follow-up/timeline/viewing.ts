import type { Teller } from './telling.ts'

export const viewing: Teller<'viewing'> = (act, { t }) => ({ words: t(`case-file:timeline.viewed.${act.what}`) })
