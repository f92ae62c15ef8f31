/** 导入地点: choose a file, see what it would change and what stays out, import. Read in the same worker as requests are. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceImportPreview } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { useSheetProblemWords } from '#app/ui/use-problem-words.ts'
import { MOST_PLACE_ROWS } from '#core/intake/import-places.ts'
import type { PlacePlan } from '#core/intake/plan-places.ts'
import { PLACE_KINDS } from '#core/place/fields.ts'
import type { SheetCode } from '#core/sheet/sheet.ts'
import { useRun } from './use-run.ts'

const SHOWN_REFUSED = 50

type State =
  | { readonly step: 'choose'; readonly problem: SheetCode | 'no-header' | 'too-many-rows-here' | null }
  | { readonly step: 'reading'; readonly name: string }
  | { readonly step: 'check'; readonly name: string; readonly plan: PlacePlan; readonly preview: PlaceImportPreview }
  | { readonly step: 'done'; readonly preview: PlaceImportPreview }

export function ImportPlaces({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('places')
  const { desk, openSheet } = useServices()
  const sheetWords = useSheetProblemWords()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>({ step: 'choose', problem: null })
  const [busy, setBusy] = useState(false)
  const { run, problem } = useRun()

  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setState({ step: 'reading', name: file.name })
    const sheet = await openSheet(file)
    if (!sheet.ok) return setState({ step: 'choose', problem: sheet.error })
    const plan = await sheet.value.api.places()
    sheet.value.close()
    if (!plan) return setState({ step: 'choose', problem: 'no-header' })
    if (plan.rows.length > MOST_PLACE_ROWS) return setState({ step: 'choose', problem: 'too-many-rows-here' })
    const preview = await desk.previewPlaces(plan.rows.map(({ place }) => place))
    setState({ step: 'check', name: file.name, plan, preview })
  }
  const start = async (): Promise<void> => {
    if (state.step !== 'check' || busy) return
    setBusy(true)
    const saved = await run({
      name: 'import-places',
      input: { rows: state.plan.rows.map(({ place }) => ({ ...place })) },
    })
    setBusy(false)
    if (saved) setState({ step: 'done', preview: state.preview })
  }
  const addedWords = ({ added }: PlaceImportPreview): string =>
    PLACE_KINDS.flatMap((kind) => (added[kind] ? [t('wizard.count', { kind: t(`kind.${kind}`), n: added[kind] })] : [])).join(t('wizard.and')) // prettier-ignore
  const isSame = state.step === 'check' && addedWords(state.preview) === '' && state.preview.changed === 0
  const choose = (
    <>
      <Button type="primary" autoFocus onClick={() => input.current?.click()}>
        {t(state.step === 'choose' ? 'wizard.choose' : 'wizard.again')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        aria-label={t('wizard.choose')}
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
  return (
    <>
      <PageHead title={t('wizard.title')}>
        <Button onClick={onDone}>{t(state.step === 'done' ? 'title' : 'wizard.cancel')}</Button>
      </PageHead>
      {state.step === 'choose' && (
        <section className="card person-card">
          {state.problem === 'no-header' || state.problem === 'too-many-rows-here' ? (
            <div className="problem" role="alert">
              {state.problem === 'no-header' ? t('wizard.noHeader') : t('wizard.tooMany', { n: MOST_PLACE_ROWS })}
            </div>
          ) : (
            state.problem && <Problem words={sheetWords(state.problem)} />
          )}
          <p>{t('wizard.lead')}</p>
          {choose}
          <p className="small muted">{t('wizard.kinds')}</p>
        </section>
      )}
      {state.step === 'reading' && (
        <p className="card person-card" role="status">
          {t('wizard.reading', { name: state.name })}
        </p>
      )}
      {state.step === 'check' && (
        <section className="card person-card" aria-label={t('wizard.title')}>
          <h2>{state.name}</h2>
          {problem && (
            <div className="problem" role="alert">
              {problem}
            </div>
          )}
          <p>
            {t('wizard.understood')}
            {state.plan.understood
              .map(({ header, column }) =>
                header === t(`wizard.column.${column}`) ? header : `${header} → ${t(`wizard.column.${column}`)}`,
              ) // prettier-ignore
              .join(t('wizard.and'))}
          </p>
          <p>
            {t('wizard.rows', { n: state.plan.rows.length })}
            {' · '}
            {isSame
              ? t('wizard.same')
              : [
                  addedWords(state.preview) && t('wizard.added', { words: addedWords(state.preview) }),
                  state.preview.changed > 0 && t('wizard.changed', { n: state.preview.changed }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
          </p>
          {state.plan.refused.length > 0 && (
            <>
              <p className="warn">{t('wizard.refused', { n: state.plan.refused.length })}</p>
              <ul className="plain-list">
                {state.plan.refused.slice(0, SHOWN_REFUSED).map(({ row, reason }) => (
                  <li key={row}>
                    <b>{t('wizard.row', { row })}</b> {t(`rowReason.${reason}`)}
                  </li>
                ))}
              </ul>
              {state.plan.refused.length > SHOWN_REFUSED && (
                <p className="muted">{t('wizard.more', { n: state.plan.refused.length - SHOWN_REFUSED })}</p>
              )}
            </>
          )}
          <div className="row">
            {!isSame && state.plan.rows.length > 0 && (
              <Button type="primary" autoFocus loading={busy} onClick={() => void start()}>
                {t('wizard.run')}
              </Button>
            )}
            {choose}
          </div>
        </section>
      )}
      {state.step === 'done' && (
        <section className="card person-card" role="status">
          <p>
            {t('wizard.done', {
              words: [
                addedWords(state.preview),
                state.preview.changed > 0 && t('wizard.changed', { n: state.preview.changed }),
              ]
                .filter(Boolean)
                .join(' · '),
            })}
          </p>
          <Button type="primary" autoFocus onClick={onDone}>
            {t('title')}
          </Button>
        </section>
      )}
    </>
  )
}
