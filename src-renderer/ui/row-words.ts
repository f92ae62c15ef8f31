/**
 * The words that the rows of a long list need, looked up once for all of them: asking for translations in each of the
 * nine small parts of a row cost a third of drawing it (react-i18next copies its instance for every component that asks).
 */
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Moment } from '#core/lib/time.ts'
import { useLanguage } from '#app/text/text.ts'
import { momentWords, type MomentWords } from './moment-words.ts'

export type RowWords = {
  readonly app: TFunction<'app'>
  readonly cases: TFunction<'cases'>
  readonly codes: TFunction<'codes'>
  readonly limits: TFunction<'limits'>
  readonly moments: MomentWords
  readonly now: Moment
  readonly language: ReturnType<typeof useLanguage>
}

/** The same object until the time or the language moves on. */
export function useRowWords(now: Moment): RowWords {
  const app = useTranslation('app').t
  const cases = useTranslation('cases').t
  const codes = useTranslation('codes').t
  const limits = useTranslation('limits').t
  const language = useLanguage()
  return useMemo(
    () => ({ app, cases, codes, limits, moments: momentWords(app, now), now, language }),
    [app, cases, codes, limits, now, language],
  )
}
