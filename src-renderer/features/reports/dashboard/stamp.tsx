/** What every report says of itself, at the foot: the same lines as on paper (core/reports/report-stamp.ts). */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/text/text.ts'
import { shownMoment } from '#core/lib/typed-time.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import type { ReportStamp } from '#core/reports/report-figures.ts'
import { stampBoxes } from '#core/reports/report-stamp.ts'

export function Stamp({ stamp }: { readonly stamp: ReportStamp }) {
  const { t } = useTranslation('reports')
  const language = useLanguage()
  const words = language === 'en' ? EN_PAPER_WORDS : ZH_PAPER_WORDS
  const frame = {
    station: '',
    clerk: '',
    printedAt: stamp.madeAt,
    heads: stamp.heads,
    words,
    codes: codeWords(language),
  }
  const boxes = stampBoxes(stamp, frame)
  return (
    <section className="stamp" aria-label={t('stamp')}>
      <dl>
        {boxes.kind === 'boxes' &&
          boxes.rows.flat().map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** One line under a picture. */
export function useStampWords({ period, counts, madeAt, heads }: ReportStamp): string {
  const { t } = useTranslation('reports')
  return t('pictureFoot', {
    from: shownMoment(period.from),
    until: shownMoment(period.until),
    cases: counts.cases,
    valid: counts.valid,
    heads,
    made: shownMoment(madeAt),
  })
}
