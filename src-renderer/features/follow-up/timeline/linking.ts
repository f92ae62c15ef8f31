import type { Teller } from './telling.ts'

/** Which matter it was joined to stands in the card beside the record, with all who brought it. */
export const linking: Teller<'linking'> = (act, { t }) => ({ words: t(`case-file:timeline.linked.${act.kind}`) })
