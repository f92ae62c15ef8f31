import type { Teller } from './telling.ts'
import { asWords } from './referral-words.ts'

export const finding: Teller<'finding'> = (act, telling) => {
  const { t, when } = telling
  const verdict = t(`codes:verdict.${act.verdict}`)
  const words = act.dueAt
    ? t('case-file:timeline.findingDue', { verdict, at: when(act.dueAt) })
    : t('case-file:timeline.finding', { verdict })
  const told = words + asWords(act.capacity, telling)
  return act.demand ? { words: told, quote: act.demand } : { words: told }
}

/** 整改: what was done about a finding, and what the re-check said. */
export const rectification: Teller<'rectification'> = (act, telling) => {
  const { t, limit } = telling
  const due = act.dueAt ? t('supervision:timeline.newDue', { at: limit(act.dueAt) }) : ''
  const files = act.files?.length ? t('supervision:timeline.files', { count: act.files.length }) : ''
  const self = act.selfChecked ? t('supervision:timeline.selfChecked') : ''
  return {
    words: t(`supervision:timeline.rectification.${act.step}`) + due + files + self + asWords(act.capacity, telling),
    quote: act.note,
  }
}
