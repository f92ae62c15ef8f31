/** 走访: the list by number, whose it is and what came of it; from here it is printed and typed in. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyPlace, SurveyView } from '#app/services/desk-types.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { numbered, percent } from './percent.ts'
import { SelectLine } from './select-line.tsx'
import type { SurveyPrints } from './survey-prints.ts'

/** Rows on one page: what two screens hold. */
const PAGE = 40

/** Nobody has to go there any more. */
export const isWaiting = ({ interview, replacedBy, sameAs }: SurveyPlace): boolean =>
  replacedBy === null && sameAs === null && (!interview || interview.state === 'not-met')

type VisitsStepProps = {
  readonly view: SurveyView
  readonly PrintSurvey: SurveyPrints['PrintSurvey']
  readonly onType: (number: number) => void
  readonly onDraw: () => void
}

export function VisitsStep({ view, PrintSurvey, onType, onDraw }: VisitsStepProps) {
  const { t } = useTranslation('surveys')
  const { survey, places, response, draw } = view
  const [show, setShow] = useState<'waiting' | 'all'>('waiting')
  const [whose, setWhose] = useState('')
  const [chosen, setChosen] = useState(0)
  const [printing, setPrinting] = useState(false)
  const rows = places.filter((one) => (show === 'all' || isWaiting(one)) && (whose === '' || one.interviewer === whose))
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  const here = rows[at]
  const page = Math.floor(at / PAGE)
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const canType = draw !== null && !survey.closed
  const type = (): void => {
    const number = here?.number ?? places[0]?.number
    if (canType && number !== undefined) onType(number)
  }
  const go = (to: number) => (): void => setChosen(Math.max(0, Math.min(rows.length - 1, to)))
  useKeys([
    { key: 'Enter', label: t('visits.type'), run: type },
    { key: 'P', label: t('visits.print'), run: () => draw && setPrinting(true) },
    { key: 'A', label: t('visits.all'), run: () => setShow(show === 'all' ? 'waiting' : 'all') },
    { key: 'ArrowUp', label: t('up'), run: go(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('down'), run: go(at + 1), quiet: true },
    { key: 'PageUp', label: t('up'), run: go(at - PAGE), quiet: true },
    { key: 'PageDown', label: t('down'), run: go(at + PAGE), quiet: true },
  ])
  if (!draw || !response)
    return (
      <div className="card">
        <EmptyState title={t('draw.first')} text={t('draw.firstText')}>
          <Button type="primary" onClick={onDraw}>
            {t('draw.toDraw')}
          </Button>
        </EmptyState>
      </div>
    )
  const { byState } = response
  const interviewers = [...new Set([...survey.interviewers, ...places.map(({ interviewer }) => interviewer)])].filter(Boolean) // prettier-ignore
  return (
    <>
      <div className="row survey-bar">
        <div>
          <b>{t('visits.response', { called: response.called, tried: response.tried, done: response.done, rate: percent(response.rate) })}</b>
          <div className="muted small">
            {t('visits.nonResponse', { refused: byState.refused, notMet: byState['not-met'], moved: byState.moved, wrong: byState.wrong })} · {t('visits.rateHint')}
          </div>
        </div>
        <div className="row tools">
          <Button onClick={() => setPrinting(true)}>
            {t('visits.print')}
            <Kbd keys="P" />
          </Button>
          <Button type="primary" disabled={!canType} onClick={type}>
            {t('visits.type')}
            <Kbd keys="↵" />
          </Button>
        </div>
      </div>
      <div className="row survey-bar">
        <Chips
          options={[
            { value: 'waiting', label: t('visits.waiting') },
            { value: 'all', label: t('visits.all') },
          ]}
          value={show}
          onChange={(value: 'waiting' | 'all') => {
            setShow(value)
            setChosen(0)
          }}
        />
        {interviewers.length > 1 && (
          <SelectLine
            label={t('visits.who')}
            value={whose}
            none={t('visits.everybody')}
            options={interviewers.map((name) => ({ value: name, label: name }))}
            onChange={(name) => {
              setWhose(name)
              setChosen(0)
            }}
          />
        )}
        {pages > 1 && <span className="muted">{t('visits.page', { page: page + 1, of: pages })}</span>}
      </div>
      {rows.length === 0 ? (
        <p className="card survey-form muted">{t('visits.none')}</p>
      ) : (
        <table className="card survey-rows visits" aria-label={t('visits.label')}>
          <thead>
            <tr>
              {(['number', 'person', 'about', 'interviewer', 'state'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`visits.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * PAGE, (page + 1) * PAGE).map((row, i) => (
              <tr
                key={row.number}
                className={page * PAGE + i === at ? 'selected' : ''}
                aria-current={page * PAGE + i === at}
                onClick={() => setChosen(page * PAGE + i)}
                onDoubleClick={() => canType && onType(row.number)}
              >
                <td>
                  {numbered(row.number)}
                  {row.isReserve && (
                    <div className="muted small">
                      {row.replaces === null ? t('visits.reserveOnly') : t('visits.reserve', { number: numbered(row.replaces) })}
                    </div>
                  )}
                </td>
                <td>
                  {row.name} <span className="muted">{row.phoneTail && t('visits.tail', { tail: row.phoneTail })}</span>
                  <div className="muted small one-line">{row.place}</div>
                </td>
                <td>
                  <span className="one-line">{row.about}</span>
                  <div className="muted small one-line">{row.provider}</div>
                </td>
                <td>{row.interviewer}</td>
                <td>
                  <Outcome row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {printing && (
        <PrintSurvey survey={survey.id} interviewers={interviewers} onClose={() => setPrinting(false)} />
      )}
    </>
  ) // prettier-ignore
}

function Outcome({ row }: { readonly row: SurveyPlace }) {
  const { t } = useTranslation('surveys')
  const { interview, visits, replacedBy, sameAs, beside } = row
  const more = [
    visits > 1 && t('visits.visits', { count: visits }),
    replacedBy !== null && t('visits.replacedBy', { number: numbered(replacedBy) }),
    sameAs !== null && t('visits.sameAs', { number: numbered(sameAs) }),
    interview?.reason,
  ].filter(Boolean)
  return (
    <>
      {interview ? t(`state.${interview.state}`) : '—'}
      {more.length > 0 && <div className="muted small">{more.join(' · ')}</div>}
      {beside > 0 && <div className="warn small">{t('visits.beside')}</div>}
    </>
  )
}
