/** What a sentence of the timeline is made from, and what it is. */
import type { TFunction } from 'i18next'
import type { Act, CaseFile } from '#core/case-file/case-file.ts'
import type { CaseView } from '#app/services/desk-types.ts'

export type Telling = {
  readonly view: Pick<CaseView, 'providerNames' | 'userNames' | 'categoryNames' | 'station'> & {
    readonly file: CaseFile
  }
  readonly t: TFunction<['case-file', 'codes', 'limits', 'referral', 'funding', 'supervision', 'revisit']>
  /** `2026-11-22T…` as people say it, from ui/. */
  readonly when: (moment: string) => string
  /** The same for a limit: one that ends at 24:00 shows its day alone. */
  readonly limit: (moment: string) => string
}

/** `words` follow the person's name ("… 派单给 X"); `quote` is what people wrote, shown as it is; `quoteLang` where it is known. */
export type Sentence = { readonly words: string; readonly quote?: string; readonly quoteLang?: 'zh-CN' | 'en' }

export type Teller<T extends Act['type']> = (act: Extract<Act, { type: T }>, telling: Telling) => Sentence

/** A comma and the reason, or nothing. */
export const because = (reason: string, t: Telling['t']): string =>
  reason ? t('case-file:timeline.because', { reason }) : ''
