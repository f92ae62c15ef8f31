import { actsOf, everyAct } from '#core/case-file/case-file.ts'
import { asWords } from './referral-words.ts'
import type { Teller } from './telling.ts'

export const urging: Teller<'urging'> = (act, { t, limit }) => {
  const kind = t(`limits:urgingKind.${act.kind}`)
  const words = t('limits:timeline.urged', { kind, to: act.to, way: t(`codes:way.${act.way}`), at: limit(act.replyBy) })
  return act.note ? { words, quote: act.note } : { words }
}

/** 督办: issued here, or written down from whoever it came from. */
export const supervisionOrder: Teller<'supervision-order'> = (act, telling) => {
  const { t, limit, when } = telling
  const said = {
    kind: t(`limits:supervisionKind.${act.kind}`),
    to: act.to,
    from: act.from ?? '',
    number: act.number ? t('supervision:timeline.number', { number: act.number }) : '',
    trigger: t(`limits:supervisionTrigger.${act.trigger}`),
    at: limit(act.dueAt),
  }
  const held = act.heldAt
    ? t(`supervision:timeline.heldAt.${act.kind}`, { at: when(act.heldAt), place: act.heldPlace ?? '' })
    : ''
  // What an upper office wrote on a case of a station went out under its own name.
  const isOurs = telling.view.station?.isOwn === false
  const words = act.from && !isOurs ? t('supervision:timeline.received', said) : t('limits:timeline.supervised', said)
  return { words: words + held + asWords(act.capacity, telling), quote: act.demand }
}

export const supervisionAnswer: Teller<'supervision-answer'> = (act, telling) => {
  const { t, limit } = telling
  const kind = actsOf(everyAct(telling.view.file), 'supervision-order').find(({ id }) => id === act.order)?.kind
  const held = act.step === 'held' ? [act.place, act.attendance].filter(Boolean).join(' · ') : ''
  const due = act.dueAt ? t('supervision:timeline.newDue', { at: limit(act.dueAt) }) : ''
  const files = act.files?.length ? t('supervision:timeline.files', { count: act.files.length }) : ''
  const words =
    act.step === 'held'
      ? t(`supervision:timeline.held.${kind ?? 'daily'}`)
      : t(`supervision:timeline.answer.${act.step}`)
  return {
    words: words + due + files + asWords(act.capacity, telling),
    quote: [held, act.note].filter(Boolean).join('\n'),
  }
}
