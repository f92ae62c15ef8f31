/**
 * 录入走访单: one line of fields for one row of the paper. Enter goes on to the next field and, from the last, registers the
 * row and begins the next one that is still to be typed; the digits and letters of the boxes on the paper are keys here.
 * Whatever is half typed is a draft, so that the telephone, the lock or a power cut cost nothing.
 */
import { Button, Input } from 'antd'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode, WalkSheetView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { Field } from '#app/ui/field.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { dangersIn } from '#core/intake/danger-words.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { halfWidth } from '#core/lib/clean-text.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { KindLine } from './kind-line.tsx'
import { blankRow, draftIdOf, FIELD_OF, nextRow, readRow, type RowField, type RowProblem, type TypedRow } from './typed-row.ts' // prettier-ignore
import { WalkRows } from './walk-rows.tsx'

/** Enter goes along these. */
const ORDER: readonly RowField[] = ['row', 'day', 'time', 'kind', 'text']

type WalkEntryProps = {
  readonly sheet: WalkSheetView
  /** What was half typed the last time, as it was kept. */
  readonly draft: Readonly<Record<string, unknown>> | undefined
}
type Done = { readonly case: string; readonly number: string; readonly row: number }

/** The row's number is there already: typing another one replaces it. */
function focusIn(form: HTMLFormElement | null, field: RowField): void {
  const box = form?.querySelector<HTMLInputElement>(`[data-field=${field}] :is(input, textarea)`)
  box?.focus()
  if (field === 'row') box?.select()
}

export function WalkEntry({ sheet, draft }: WalkEntryProps) {
  const { t } = useTranslation(['walk', 'codes'])
  const { desk, clock } = useServices()
  const now = useNow()
  const problemWords = useProblemWords()
  const [typed, setTyped] = useState<TypedRow>(() => ({ ...blankRow(nextRow(sheet, 1), dayOf(now)), ...draft }))
  const [problem, setProblem] = useState<RowProblem | null>(null)
  const [failed, setFailed] = useState<RunCode | null>(null)
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const busy = useRef(false)
  const fields = useRef<HTMLFormElement>(null)

  const focus = (field: RowField): void => focusIn(fields.current, field)
  /** Moves on with every row that is begun. */
  const [begun, setBegun] = useState(0)
  // With the word that the row before is registered, not a frame later: what is typed at once belongs to the next one.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useLayoutEffect(() => focusIn(fields.current, 'row'), [begun])

  const keep = (values: TypedRow): void =>
    void desk.putDraft({ id: draftIdOf(sheet.id), form: 'walk', title: sheet.number, changedAt: momentOf(clock()), values }) // prettier-ignore
  const change = (part: Partial<TypedRow>): void => {
    const next = { ...typed, ...part }
    setTyped(next)
    setProblem(null)
    setAsking(false)
    keep(next)
  }
  const goOn = (values: TypedRow): void => {
    setTyped(values)
    keep(values)
    setAsking(false)
    setProblem(null)
    setBegun((rows) => rows + 1)
  }

  const at = sheet.rows[Number(halfWidth(typed.row)) - 1]
  const register = async (again: boolean): Promise<void> => {
    if (busy.current) return
    const read = readRow(typed, sheet, momentOf(clock()))
    if ('problem' in read) {
      setProblem(read.problem)
      return focus(FIELD_OF[read.problem])
    }
    if (!again && at && at.typed.length > 0) return setAsking(true)
    busy.current = true
    setFailed(null)
    const saved = await desk.run({ name: 'receive-walk-row', input: { ...read.row, again } })
    busy.current = false
    if (!saved.ok) {
      // Typed in on another computer since the sheet was opened here.
      if (saved.error.kind === 'refused' && saved.error.refusal.code === 'already-typed') return setAsking(true)
      return setFailed(saved.error)
    }
    const id = saved.value.entities[0]!
    const after = await desk.walkSheet(sheet.id)
    const row = read.row.row
    const number = after?.rows[row - 1]?.typed.find((one) => one.case === id)?.number ?? ''
    setDone({ case: id, number, row })
    goOn(blankRow(nextRow(after ?? sheet, row + 1), typed.day))
  }

  /** Shift+Enter breaks a line; an input method takes its own Enter. */
  const enter = (field: RowField) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey || event.ctrlKey || event.altKey)
      return
    event.preventDefault()
    if (field === 'text') return void register(false)
    // The day stays the same for a whole sheet: it is passed over while it is there.
    const rest = ORDER.slice(ORDER.indexOf(field) + 1).filter((next) => next !== 'day' || typed.day.trim() === '')
    focus(rest[0] ?? 'text')
  }
  useKeys([
    { key: 'Ctrl+Enter', label: t('walk:entry.register'), run: () => void register(false) },
    { key: 'Escape', label: t('walk:back'), run: () => (asking ? setAsking(false) : go({ screen: 'walk' })) },
    { key: 'Alt+R', label: t('walk:entry.keyRow'), run: () => focus('row') },
  ])

  const [danger] = dangersIn(typed.text)
  const problems: Readonly<Record<RowProblem, string>> = {
    row: t('walk:entry.wrongRow', { of: sheet.doors }),
    day: t('walk:entry.wrongDay'),
    time: t('walk:entry.wrongTime'),
    kind: t('walk:entry.chooseKind'),
    text: t('walk:entry.needed'),
    'before-sheet': t('walk:entry.beforeSheet', { day: dayOf(sheet.printedAt) }),
    future: t('walk:entry.future'),
  }
  const errorAt = (field: RowField): string | undefined =>
    problem !== null && FIELD_OF[problem] === field ? problems[problem] : undefined
  const allTyped = sheet.rows.every((row) => row.typed.length > 0)
  const plain = { autoComplete: 'off', spellCheck: false } as const
  return (
    <>
      <PageHead title={t('walk:entry.title', { number: sheet.number })} aside={sheet.name}>
        <Button onClick={() => go({ screen: 'walk' })}>{t('walk:back')}</Button>
      </PageHead>
      <div className="walk-columns">
        <form
          ref={fields}
          className="card walk-entry"
          autoComplete="off"
          noValidate
          onSubmit={(event) => event.preventDefault()}
        >
          {done && (
            <p className="done" role="status">
              <a href={pathOf({ screen: 'case', id: done.case })}>
                {t('walk:entry.done', { number: done.number, row: done.row })}
              </a>
              {allTyped && <span> · {t('walk:entry.allDone')}</span>}
            </p>
          )}
          {failed?.kind === 'not-saved' && <Problem words={problemWords(failed.code)} />}
          {failed?.kind === 'refused' && (
            <div className="problem" role="alert">
              {t(`codes:refusal.${failed.refusal.code}`)}
            </div>
          )}
          <div className="walk-line">
            <div data-field="row" onKeyDown={enter('row')}>
              <Field label={t('walk:entry.row')} error={errorAt('row')}>
                {(bind) => (
                  <Input
                    {...bind}
                    {...plain}
                    inputMode="numeric"
                    maxLength={3}
                    value={typed.row}
                    onChange={(event) => change({ row: event.target.value })}
                  />
                )}
              </Field>
            </div>
            <div data-field="day" onKeyDown={enter('day')}>
              <Field label={t('walk:entry.day')} error={errorAt('day')}>
                {(bind) => (
                  <Input
                    {...bind}
                    {...plain}
                    maxLength={20}
                    value={typed.day}
                    onChange={(event) => change({ day: event.target.value })}
                  />
                )}
              </Field>
            </div>
            <div data-field="time" onKeyDown={enter('time')}>
              <Field label={t('walk:entry.time')} error={errorAt('time')}>
                {(bind) => (
                  <Input
                    {...bind}
                    {...plain}
                    inputMode="numeric"
                    maxLength={6}
                    placeholder={t('walk:entry.timeHint')}
                    value={typed.time}
                    onChange={(event) => change({ time: event.target.value })}
                  />
                )}
              </Field>
            </div>
            {at && (
              <p className="walk-household" role="status">
                <b>{at.words || t('walk:entry.blankRow')}</b>
                <span className="muted">
                  {typed.changed
                    ? typed.name || t('walk:entry.nameless')
                    : at.name
                      ? [at.name, at.phoneTail && t('walk:entry.tail', { tail: at.phoneTail })]
                          .filter(Boolean)
                          .join(' · ')
                      : t('walk:entry.nobody')}
                </span>
                {!typed.changed && (
                  <Button size="small" tabIndex={-1} onClick={() => change({ changed: true, name: at.name })}>
                    {t('walk:entry.change')}
                  </Button>
                )}
              </p>
            )}
          </div>
          {typed.changed && (
            <div className="walk-line">
              {(['name', 'phone', 'place'] as const).map((name) => (
                <Field key={name} label={t(`walk:entry.${name}`)} optional>
                  {(bind) => (
                    <Input
                      {...bind}
                      {...plain}
                      maxLength={name === 'place' ? 200 : 40}
                      {...(name === 'phone' && { inputMode: 'tel' as const })}
                      {...(name === 'name' && { placeholder: t('walk:entry.nameHint') })}
                      {...(name === 'place' && { placeholder: sheet.name + (at?.words ?? '') })}
                      value={typed[name]}
                      onChange={(event) => change({ [name]: event.target.value })}
                    />
                  )}
                </Field>
              ))}
            </div>
          )}
          <div data-field="kind" onKeyDown={enter('kind')}>
            <KindLine
              kind={typed.kind}
              urgency={typed.urgency}
              error={errorAt('kind')}
              onKind={(kind) => change({ kind })}
              onUrgency={(urgency) => change({ urgency })}
            />
          </div>
          <div data-field="text" onKeyDown={enter('text')}>
            <Field label={t('walk:entry.text')} error={errorAt('text')} hint={t('walk:entry.textHint')}>
              {(bind) => (
                <Input.TextArea
                  {...bind}
                  {...plain}
                  className="growing walk-text"
                  maxLength={TEXT_LENGTH}
                  value={typed.text}
                  onChange={(event) => change({ text: event.target.value })}
                />
              )}
            </Field>
          </div>
          {danger && typed.urgency !== 'danger' && (
            <p className="problem danger" role="alert">
              {t('walk:entry.danger', { word: danger.word, calls: danger.calls.join('、') })}
            </p>
          )}
          {at && at.typed.length > 0 && (
            <div className={asking ? 'problem' : 'muted'} role={asking ? 'alert' : 'status'}>
              <p>{t('walk:entry.already', { row: at.row, titles: at.typed.map((one) => one.title).join('；') })}</p>
              {asking && (
                <div className="row">
                  <span>{t('walk:entry.againAsk')}</span>
                  <Button ref={(button) => button?.focus()} type="primary" onClick={() => void register(true)}>
                    {t('walk:entry.again')}
                  </Button>
                  <Button onClick={() => (setAsking(false), focus('row'))}>{t('walk:entry.notAgain')}</Button>
                </div>
              )}
            </div>
          )}
          <p className="muted small">
            {t('walk:entry.hint')}
            <br />
            {t('walk:entry.kept')}
          </p>
        </form>
        <WalkRows
          sheet={sheet}
          chosen={at?.row ?? 0}
          onChoose={(row) => (change({ row: String(row) }), focus('time'))}
        />
      </div>
    </>
  )
}
