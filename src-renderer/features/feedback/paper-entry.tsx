/** 录入纸质回访单: the number from the form, then the same keys as in a call. */
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallSheet } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { halfWidth } from '#core/lib/clean-text.ts'
import type { Way } from '#core/case-file/codes.ts'
import { blankAnswers, type Answers } from './call-answers.ts'
import { CallCard } from './call-card.tsx'

/** How a paper form comes back. */
const PAPER_WAYS: readonly Way[] = ['phone', 'home-visit', 'face-to-face', 'letter']
const leave = (): void => go({ screen: 'revisit' })

export function PaperEntry() {
  const { t } = useTranslation('revisit')
  const { desk } = useServices()
  const rules = useAnswer(() => desk.revisitRules(), [desk])
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [found, setFound] = useState<readonly CallSheet[]>([])
  const [sheet, setSheet] = useState<CallSheet | null>(null)
  const [answers, setAnswers] = useState<Answers>(() => blankAnswers({ way: 'home-visit', scale: 'three-rates' }))
  const [done, setDone] = useState<readonly { readonly id: string; readonly number: string; readonly act: string }[]>(
    [],
  )
  const box = useRef<InputRef>(null)
  useEffect(() => {
    if (!sheet) box.current?.focus()
  }, [sheet])

  const choose = (one: CallSheet): void => {
    setFound([])
    setSheet(one)
    ;(document.activeElement as HTMLElement | null)?.blur()
  }
  const find = async (): Promise<void> => {
    const sheets = await desk.casesByNumber(halfWidth(typed).trim())
    setFound(sheets.length > 1 ? sheets : [])
    setProblem(sheets.length === 0 ? t('call.noNumber') : null)
    if (sheets.length === 1) choose(sheets[0]!)
  }
  const next = (): void => {
    setSheet(null)
    setTyped('')
    setAnswers(blankAnswers(answers))
  }
  const undo = async (): Promise<void> => {
    const last = done.at(-1)
    if (!last) return
    const taken = await desk.run({ name: 'withdraw-act', input: { case: last.id, act: last.act } })
    if (!taken.ok) return setProblem(t('call.notUndone', { number: last.number }))
    setDone(done.slice(0, -1))
    setTyped(last.number)
    setProblem(t('call.undone', { number: last.number }))
  }
  const escape = (): void => {
    const typing = document.activeElement
    if (sheet && typing instanceof HTMLTextAreaElement) typing.blur()
    else if (sheet) next()
    else leave()
  }
  const undoKey = { key: 'Ctrl+Z', label: t('call.undo'), run: () => void undo(), outsideFields: true, quiet: true }
  useKeys(sheet ? [] : [{ key: 'Escape', label: t('back'), run: escape }, undoKey])
  const last = done.at(-1)
  return (
    <div className="call-page">
      <PageHead title={t('due.paper')} aside={done.length > 0 ? t('call.saved', { n: done.length }) : null}>
        {done.length > 0 && (
          <Button onClick={() => void undo()}>
            {t('call.undo')}
            <Kbd keys="Ctrl Z" />
          </Button>
        )}
        <Button onClick={leave}>{t('back')}</Button>
      </PageHead>
      <form
        className="card call-number-form"
        autoComplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <Field label={t('call.number')} hint={t('call.numberHint')} error={problem ?? undefined}>
          {(bind) => (
            <Input
              {...bind}
              ref={box}
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setProblem(null)
              }}
            />
          )}
        </Field>
        <Button htmlType="submit" type={sheet ? 'default' : 'primary'}>
          {t('call.find')}
          <Kbd keys="↵" />
        </Button>
        <div aria-live="polite" className="muted small">
          {last && <a href={pathOf({ screen: 'case', id: last.id })}>{t('call.done', { number: last.number })}</a>}
        </div>
      </form>
      {found.length > 1 && (
        <div className="card call-found">
          <p>{t('call.several')}</p>
          {found.map((one) => (
            <Button key={one.id} onClick={() => choose(one)}>
              {one.row.number} {one.row.title}
            </Button>
          ))}
        </div>
      )}
      {sheet && rules ? (
        <CallCard
          key={sheet.id}
          sheet={sheet}
          rules={rules}
          answers={answers}
          onAnswers={setAnswers}
          onSaved={(act) => {
            setDone([...done, { id: sheet.id, number: sheet.row.number, act }])
            next()
          }}
          paper
          ways={PAPER_WAYS}
          saveLabel={t('call.savePaper')}
          keys={[
            { key: 'X', label: t('call.skip'), run: next },
            { key: 'Escape', label: t('back'), run: escape },
          ]}
        >
          <Button onClick={next}>
            {t('call.skip')}
            <Kbd keys="X" />
          </Button>
        </CallCard>
      ) : (
        found.length === 0 && (
          <div className="card">
            <EmptyState title={t('call.paperTitle')} text={t('call.paperText')} />
          </div>
        )
      )}
    </div>
  )
}
