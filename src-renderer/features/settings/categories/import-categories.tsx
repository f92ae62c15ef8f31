/** 从表格导入分类: the whole file or nothing; what is wrong stands beside its row. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useRunProblem } from './run-problem.tsx'
import { useSheetProblemWords } from '#app/ui/use-problem-words.ts'
import type { CataloguePlan } from '#core/settings/category-sheet.ts'
import type { SheetCode } from '#core/sheet/sheet.ts'

const SHOWN = 50

type State =
  | { readonly step: 'choose'; readonly problem: SheetCode | 'no-header' | null }
  | { readonly step: 'check'; readonly name: string; readonly plan: CataloguePlan }
  | { readonly step: 'done'; readonly count: number }

export function ImportCategories({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('categories')
  const { desk } = useServices()
  const sheetWords = useSheetProblemWords()
  const runProblem = useRunProblem()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>({ step: 'choose', problem: null })
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<RunCode | null>(null)

  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setFailed(null)
    const plan = await desk.readCategories(file.name, new Uint8Array(await file.arrayBuffer()))
    setState(plan.ok ? { step: 'check', name: file.name, plan: plan.value } : { step: 'choose', problem: plan.error })
  }
  const start = async (plan: CataloguePlan): Promise<void> => {
    setBusy(true)
    const leaves = plan.leaves.map((leaf) => ({ ...leaf, chain: [...leaf.chain] }))
    const saved = await desk.run({ name: 'import-categories', input: { leaves } })
    setBusy(false)
    if (saved.ok) setState({ step: 'done', count: plan.leaves.length })
    else setFailed(saved.error)
  }
  return (
    <section className="catalogue-import" aria-label={t('import.title')}>
      <h3>{t('import.title')}</h3>
      {state.step === 'choose' && state.problem === 'no-header' && (
        <div className="problem" role="alert">
          {t('import.noHeader')}
        </div>
      )}
      {state.step === 'choose' && state.problem && state.problem !== 'no-header' && (
        <Problem words={sheetWords(state.problem)} />
      )}
      {failed && runProblem(failed)}
      {state.step === 'check' && <Checked plan={state.plan} name={state.name} />}
      {state.step === 'done' && <p role="status">{t('import.done', { count: state.count })}</p>}
      <div className="row">
        {state.step === 'check' && state.plan.problems.length === 0 && state.plan.leaves.length > 0 && (
          <Button type="primary" loading={busy} onClick={() => void start(state.plan)}>
            {t('import.start')}
          </Button>
        )}
        {state.step !== 'done' && <Button onClick={() => input.current?.click()}>{t('settings.import')}…</Button>}
        <Button onClick={onDone}>{t(state.step === 'done' ? 'settings.close' : 'import.cancel')}</Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          hidden
          aria-label={t('import.title')}
          onChange={(event) => {
            void read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
    </section>
  )
}

function Checked({ plan, name }: { readonly plan: CataloguePlan; readonly name: string }) {
  const { t } = useTranslation('categories')
  return (
    <>
      <p>
        <b>{name}</b>{' '}
        {plan.leaves.length === 0 && plan.problems.length === 0
          ? t('import.nothing')
          : [t('import.will', { count: plan.leaves.length }), t('import.same', { count: plan.same })].join(' · ')}
      </p>
      {plan.problems.length > 0 && (
        <>
          <p className="warn" role="alert">
            {t('import.wrong', { count: plan.problems.length })}
          </p>
          <ul className="plain-list">
            {plan.problems.slice(0, SHOWN).map(({ row, column, problem }) => (
              <li key={`${row} ${column} ${problem}`}>
                <b>{t('import.row', { row, column: t(`column.${column}`) })}</b> {t(`problem.${problem}`)}
              </li>
            ))}
          </ul>
          {plan.problems.length > SHOWN && (
            <p className="muted">{t('import.more', { count: plan.problems.length - SHOWN })}</p>
          )}
        </>
      )}
    </>
  )
}
