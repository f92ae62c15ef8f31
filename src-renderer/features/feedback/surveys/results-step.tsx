/** 结果: response first, then question by question; what the numbers rest on stands below them. */
import { useTranslation } from 'react-i18next'
import type { SurveyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { optionWords } from '#core/reports/survey-rows.ts'
import type { QuestionResult } from '#core/survey/results.ts'
import { percent } from './percent.ts'
import { useStratumWords } from './stratum-words.ts'

export function ResultsStep({ view: { survey, draw } }: { readonly view: SurveyView }) {
  const { t } = useTranslation('surveys')
  const { desk, host } = useServices()
  const language = useLanguage()
  const revision = useSession((session) => session.revision)
  const results = useAnswer(() => desk.surveyResults(survey.id), [desk, survey.id, revision])
  const stratumWords = useStratumWords(draw?.strataBy ?? 'none')
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const canExport = draw !== null && (results?.response.tried ?? 0) > 0
  const exportFile = async (): Promise<void> => {
    if (!canExport) return
    setSaved(null)
    const bytes = await desk.surveyFile(survey.id, language)
    if (bytes) setSaved(await host.saveFile(`${survey.title}.xlsx`, bytes))
  }
  useKeys([{ key: 'E', label: t('results.export'), run: () => void exportFile() }])
  if (!draw || !results || results.response.tried === 0)
    return (
      <div className="card">
        <EmptyState title={t('results.none')} text={t('results.noneText')} />
      </div>
    )
  const { response, weighted, strata, population, questions } = results
  const names = new Map(draw.strata.map((one) => [one.key, stratumWords(one)]))
  const { byState } = response
  return (
    <>
      <div className="row survey-bar">
        <div>
          <b>{t('visits.response', { called: response.called, tried: response.tried, done: response.done, rate: percent(response.rate) })}</b>
          <div className="muted small">
            {t('visits.nonResponse', { refused: byState.refused, notMet: byState['not-met'], moved: byState.moved, wrong: byState.wrong })}
          </div>
        </div>
        <div className="row tools">
          <Button onClick={() => void exportFile()}>
            {t('results.export')}
            <Kbd keys="E" />
          </Button>
        </div>
      </div>
      {saved && (
        <SavedFile saved={saved} onReveal={host.reveal}>
          {t('results.exported')}
        </SavedFile>
      )}
      <ol className="survey-results">
        {questions.map((one) => (
          <li key={JSON.stringify(one.question)} className="card survey-form">
            <OneResult result={one} weighted={weighted} />
          </li>
        ))}
      </ol>
      <div className="card survey-form small">
        {weighted && (
          <>
            <b>{t('results.strata')}</b>
            <ul className="survey-strata">
              {strata.map((one) => (
                <li key={one.key}>
                  {t('results.stratum', { name: names.get(one.key) ?? '', population: one.population, drawn: one.drawn, done: one.done })}
                </li>
              ))}
            </ul>
            <p>{t('results.methodStrata')}</p>
          </>
        )}
        <p>{t('results.method', { population })}</p>
        <p>{t('results.census')}</p>
      </div>
    </>
  ) // prettier-ignore
}

const shown = (n: number): string => n.toFixed(2).replace(/\.?0+$/, '')

function OneResult({ result, weighted }: { readonly result: QuestionResult; readonly weighted: boolean }) {
  const { t } = useTranslation(['surveys', 'case-file'])
  const { question, versions, asked, answered, options, mean, least, middle, most, texts, few, missing } = result
  return (
    <>
      <h2>{question.words}</h2>
      <p className="muted small">
        {[
          t(`kind.${question.kind}`),
          t('results.version', { versions: versions.join(t('case-file:listComma')) }),
          t('results.answered', { answered, asked }),
          few && answered > 0 && t('results.few'),
          weighted && options.length > 0 && t('results.weighted'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {mean && (
        <p>
          <b>
            {mean.interval
              ? t('results.meanInterval', { mean: shown(mean.mean), low: shown(mean.interval.low), high: shown(mean.interval.high) })
              : t('results.mean', { mean: shown(mean.mean) })}
          </b>
          {question.kind === 'number' && least !== null && middle !== null && most !== null && (
            <span className="muted"> {t('results.spread', { least: shown(least), middle: shown(middle), most: shown(most) })} {question.unit}</span>
          )}
        </p>
      )}
      {missing && <p className="warn small">{t('results.missing')}</p>}
      {options.length > 0 && (
        <table className="survey-shares">
          <thead>
            <tr>
              <th scope="col">{t('results.column.option')}</th>
              <th scope="col">{t('results.column.count')}</th>
              <th scope="col" colSpan={2}>
                {t('results.column.share')}
              </th>
              <th scope="col">{t('results.column.interval')}</th>
            </tr>
          </thead>
          <tbody>
            {options.map((one) => (
              <tr key={one.place}>
                <td>{optionWords(question, one.place)}</td>
                <td>{one.count}</td>
                <td>
                  <meter min={0} max={1} value={one.estimate ?? 0} aria-hidden="true" />
                </td>
                <td>{few ? '—' : percent(one.estimate)}</td>
                <td className="muted">
                  {one.interval ? `${percent(one.interval.low)} – ${percent(one.interval.high)}` : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {question.kind === 'text' &&
        (texts.length === 0 ? (
          <p className="muted">{t('results.noTexts')}</p>
        ) : (
          <>
            <ul className="survey-texts">
              {texts.map((text, i) => (
                <li key={i} className="quote">
                  {text}
                </li>
              ))}
            </ul>
            <p className="muted small">{t('results.textsNote')}</p>
          </>
        ))}
    </>
  ) // prettier-ignore
}
