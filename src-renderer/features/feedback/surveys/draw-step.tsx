/** 抽样: once, on record, and to be repeated by anybody. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Redrawn, RunCode, SurveyDraw, SurveyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { PopulationCount } from './population-count.tsx'
import { useStratumWords } from './stratum-words.ts'
import { typedPeople } from './typed-people.ts'

export function DrawStep({ view }: { readonly view: SurveyView }) {
  return view.draw ? <Drawn view={view} draw={view.draw} /> : <ToDraw view={view} />
}

function ToDraw({ view: { survey } }: { readonly view: SurveyView }) {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const draw = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    const drawn = await desk.drawSurvey(survey.id, survey.seed, survey.size)
    if (!drawn.ok) setTrouble({ kind: 'refused', refusal: { code: drawn.error } })
    else {
      const saved = await desk.run({ name: 'draw-survey', input: drawn.value })
      if (!saved.ok) setTrouble(saved.error)
    }
    setBusy(false)
  }
  useKeys([{ key: 'Ctrl+Enter', label: t('draw.go'), run: () => void draw() }])
  const typed = typedPeople(survey)
  return (
    <div className="card survey-form">
      <p>{t('draw.before')}</p>
      <dl className="survey-facts">
        <dt>{t('people.of')}</dt>
        <dd>{t(`people.kind.${survey.population.of}`)}</dd>
        <dt>{t('people.size')}</dt>
        <dd>{survey.size}</dd>
        <dt>{t('people.strata')}</dt>
        <dd>
          {[t(`people.strataBy.${survey.strata.by}`), survey.strata.by !== 'none' && t(`people.shares.${survey.strata.share}`)].filter(Boolean).join(' · ')}
        </dd>
        <dt>{t('people.seed')}</dt>
        <dd>{survey.seed}</dd>
      </dl>
      <PopulationCount typed={typed} />
      {trouble && <SaveTrouble problem={trouble} />}
      <div className="row">
        <Button type="primary" loading={busy} onClick={() => void draw()}>
          {t(busy ? 'draw.going' : 'draw.go')}
          <Kbd keys="Ctrl ↵" />
        </Button>
      </div>
    </div>
  ) // prettier-ignore
}

function Drawn({ view: { survey }, draw }: { readonly view: SurveyView; readonly draw: SurveyDraw }) {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const words = useMomentWords(useNow())
  const stratumWords = useStratumWords(draw.strataBy)
  const [checking, setChecking] = useState(false)
  const [redrawn, setRedrawn] = useState<Redrawn | null>(null)
  const check = async (): Promise<void> => {
    if (checking) return
    setChecking(true)
    setRedrawn(await desk.redraw(survey.id))
    setChecking(false)
  }
  useKeys([{ key: 'R', label: t('draw.again'), run: () => void check() }])
  return (
    <div className="card survey-form">
      <h2>{t('draw.record')}</h2>
      <p className="muted">{t('draw.at', { by: draw.byName, at: words.timed(draw.at) })}</p>
      {draw.others.map((one) => (
        <p key={one.at + one.seed} className="problem mild" role="status">
          {t('draw.others', { by: one.byName, at: words.timed(one.at), seed: one.seed })}
        </p>
      ))}
      <dl className="survey-facts">
        <dt>{t('draw.population')}</dt>
        <dd>{t('draw.people', { count: draw.population })}</dd>
        <dt>{t('draw.digest')}</dt>
        <dd>
          <code>{draw.digest}</code>
        </dd>
        <dt>{t('draw.seed')}</dt>
        <dd>{draw.seed}</dd>
        <dt>{t('draw.size')}</dt>
        <dd>{t('draw.people', { count: draw.size })}</dd>
        <dt>{t('draw.reserves')}</dt>
        <dd>{t('draw.reservesLeft', { count: draw.reserves, left: draw.reservesLeft })}</dd>
      </dl>
      {draw.strata.length > 1 && (
        <table className="survey-rows narrow">
          <thead>
            <tr>
              {(['stratum', 'population', 'drawn'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`draw.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draw.strata.map((one) => (
              <tr key={one.key}>
                <td>{stratumWords(one)}</td>
                <td>{one.population}</td>
                <td>{one.drawn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <Button loading={checking} onClick={() => void check()}>
          {t('draw.again')}
          <Kbd keys="R" />
        </Button>
        {redrawn && (
          <span role="status" className={redrawn.kind === 'same' ? 'done' : 'warn'}>
            {redrawn.kind === 'same'
              ? t('draw.same')
              : redrawn.kind === 'list-differs'
                ? t('draw.differs')
                : t('draw.changed', { before: redrawn.before, now: redrawn.now })}
          </span>
        )}
      </div>
      <p className="muted small">{t('draw.cli', { title: survey.title, seed: draw.seed })}</p>
    </div>
  )
}
