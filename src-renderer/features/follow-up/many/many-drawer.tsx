/** 批量办理: one action on the cases of the list; every one of them is seen and may be left out before anything is written. */
import { Button, Checkbox, Drawer } from 'antd'
import { useState, type ComponentType } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseRow, PageQuery, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Chips } from '#app/ui/chips.tsx'
import { ColleagueField } from '#app/ui/colleague-field.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { Way } from '#core/case-file/codes.ts'
import type { Command } from '#core/commands.ts'
import { leftOut, MANY_ACTIONS, MOST_AT_ONCE, type ManyAction } from '#core/follow-up/many-cases.ts'
import { SPOKEN_WAYS } from '../spoken-ways.ts'
import './many.css'

type Typed = { readonly to: string; readonly reason: string; readonly way: Way; readonly note: string }

type ManyDrawerProps = {
  /** The list as it is shown. */
  readonly query: Omit<PageQuery, 'offset' | 'limit'>
  readonly onClose: () => void
  /** `done`: how many were written, and how many were left out after all. */
  readonly onDone: (action: Exclude<ManyAction, 'print'>, done: number, refused: number) => void
  readonly Print?: ComponentType<{ readonly query: ManyDrawerProps['query']; readonly disabled: boolean }> | undefined
}

export function ManyDrawer({ query, onClose, onDone, Print }: ManyDrawerProps) {
  const { t } = useTranslation(['cases', 'codes', 'case-file'])
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const revision = useSession((session) => session.revision)
  const [action, setAction] = useState<ManyAction>('assign')
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<RunCode | null>(null)
  const form = useForm<Typed>({ defaultValues: { to: '', reason: '', way: 'phone', note: '' } })
  // What is previewed is what is written: the list does not move under the drawer.
  const [asked] = useState(query)
  const page = useAnswer(() => desk.page({ ...asked, offset: 0, limit: MOST_AT_ONCE }), [desk])
  const people = useAnswer(() => desk.colleagues(), [desk, revision])
  const to = useWatch({ control: form.control, name: 'to' })
  const rows = page?.rows ?? []
  const whyNot = (row: CaseRow) => leftOut(action, row, to)
  const chosen = rows.filter((row) => !without.has(row.id) && whyNot(row) === null)
  const { isSubmitting } = form.formState

  const commandOf = (row: CaseRow, typed: Typed): Command =>
    action === 'assign'
      ? { name: 'assign-case', input: { case: row.id, to: typed.to, reason: typed.reason } }
      : {
          name: 'urge-case',
          input: {
            case: row.id,
            kind: row.serviceType === 'administrative' ? 'request' : 'urge',
            to: row.providerName,
            way: typed.way,
            note: typed.note,
          },
        }
  const save = form.handleSubmit(async (typed) => {
    if (action === 'print' || chosen.length === 0) return
    if (action === 'assign' && typed.to === '') return form.setError('to', { type: 'required' })
    setProblem(null)
    const saved = await desk.runMany(chosen.map((row) => commandOf(row, typed)))
    if (!saved.ok) return setProblem(saved.error)
    onDone(action, saved.value.done, saved.value.refused.length)
  })
  const label = t(`cases:many.save.${action}`, { count: chosen.length })
  useKeys([{ key: 'Ctrl+Enter', label, run: () => void save() }])
  const toggle = (id: string): void => {
    const next = new Set(without)
    if (!next.delete(id)) next.add(id)
    setWithout(next)
  }
  const total = page?.total ?? 0
  return (
    <Drawer
      open
      size={760}
      title={t('cases:many.title', { count: Math.min(total, MOST_AT_ONCE) })}
      onClose={onClose}
      footer={
        <div className="row">
          {action === 'print' ? (
            Print && <Print query={{ ...asked, ids: chosen.map(({ id }) => id) }} disabled={chosen.length === 0} />
          ) : (
            <Button
              type="primary"
              onClick={() => void save()}
              loading={isSubmitting}
              disabled={page === null || chosen.length === 0}
            >
              {label}
              <Kbd keys="Ctrl ↵" />
            </Button>
          )}
          <Button onClick={onClose}>
            {t('case-file:leave')}
            <Kbd keys="Esc" />
          </Button>
        </div>
      }
    >
      <FormProvider {...form}>
        <form autoComplete="off" noValidate onSubmit={(event) => event.preventDefault()}>
          <div className="field" role="group" aria-label={t('cases:many.action')}>
            <Chips
              value={action}
              onChange={setAction}
              options={MANY_ACTIONS.map((value) => ({ value, label: t(`cases:many.actions.${value}`) }))}
            />
          </div>
          {problem && (
            <div className="field">
              {problem.kind === 'not-saved' ? (
                <Problem words={problemWords(problem.code)} />
              ) : (
                <div className="problem" role="alert">
                  {t(`codes:refusal.${problem.refusal.code}`)}
                </div>
              )}
            </div>
          )}
          {action === 'assign' && (
            <>
              <ColleagueField<Typed> name="to" label={t('case-file:field.assignTo')} people={people ?? undefined} />
              <WordsField<Typed> name="reason" label={t('case-file:field.assignReason')} optional max={200} />
            </>
          )}
          {action === 'urge' && (
            <>
              <ChoiceField<Typed>
                name="way"
                label={t('case-file:field.way')}
                options={SPOKEN_WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
              />
              <WordsField<Typed> name="note" label={t('cases:many.urgeNote')} optional max={2_000} rows={2} />
            </>
          )}
        </form>
      </FormProvider>
      {total > MOST_AT_ONCE && <p className="warn">{t('cases:many.tooMany', { most: MOST_AT_ONCE, count: total })}</p>}
      <ul className="many-rows" aria-label={t('cases:many.preview')}>
        {rows.map((row) => {
          const why = whyNot(row)
          return (
            <li key={row.id} className={why ? 'muted' : ''}>
              <Checkbox
                checked={why === null && !without.has(row.id)}
                disabled={why !== null}
                onChange={() => toggle(row.id)}
              >
                <span className="one-line">{row.title}</span>
              </Checkbox>
              <span className="small muted one-line">
                {why
                  ? t(`cases:many.leftOut.${why as 'case-closed' | 'no-such-referral' | 'nothing-changed'}`)
                  : [row.number, row.handlerName, row.providerName].filter(Boolean).join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
    </Drawer>
  )
}
