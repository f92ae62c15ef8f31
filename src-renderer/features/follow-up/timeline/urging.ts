import type { Teller } from './telling.ts'

export const urging: Teller<'urging'> = (act, { t, limit }) => {
  const kind = t(`limits:urgingKind.${act.kind}`)
  const words = t('limits:timeline.urged', { kind, to: act.to, way: t(`codes:way.${act.way}`), at: limit(act.replyBy) })
  return act.note ? { words, quote: act.note } : { words }
}

export const supervisionOrder: Teller<'supervision-order'> = (act, { t, limit }) => ({
  words: t('limits:timeline.supervised', {
    kind: t(`limits:supervisionKind.${act.kind}`),
    to: act.to,
    trigger: t(`limits:supervisionTrigger.${act.trigger}`),
    at: limit(act.dueAt),
  }),
  quote: act.demand,
})
