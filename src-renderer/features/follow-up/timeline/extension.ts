import type { Teller } from './telling.ts'

/** 延期: the old limit stays readable beside the new one. */
export const extension: Teller<'extension'> = (act, { t, limit, when }) => {
  const told =
    act.toldAt && act.toldWay
      ? t('limits:timeline.told', { at: when(act.toldAt), way: t(`codes:way.${act.toldWay}`) })
      : ''
  const said = { was: limit(act.was), now: limit(act.dueAt), approver: act.approver }
  return { words: t('limits:timeline.extended', said) + told, quote: act.reason }
}
