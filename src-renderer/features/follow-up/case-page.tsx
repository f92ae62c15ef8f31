/** The page of one case: head, road, record and what stands beside it; one drawer at a time, one line that says what happened. */
import { Button } from 'antd'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { takeStart } from '#app/session/case-start.ts'
import { useNow } from '#app/session/now.ts'
import { goAndTransfer } from '#app/session/transfer-start.ts'
import { useKeys } from '#app/ui/keys.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { VEIL } from '#core/case-file/veiled.ts'
import { leadOrder } from '#core/case-file/orders.ts'
import { epochOf } from '#core/lib/time.ts'
import { wayOf } from '#core/routing/order-terms.ts'
import type { Attach } from './attach-files.ts'
import { Viewer } from './attachments/viewer.tsx'
import { useBroughtFiles } from './brought-files.ts'
import type { CaseActions } from './case-actions.ts'
import { answerForm } from './answer-form.tsx'
import { besides, CASE_ACTIONS, isOffered, nextAction, whyNot, type ActionName, type CaseAction, type SavedWord } from './case-action.ts' // prettier-ignore
import { CaseForm, OWN_FORMS, placeOf, type OpenForm } from './case-form.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseRoad } from './case-road.tsx'
import { useCaughtUp } from './caught-up.ts'
import { DueCard } from './due-card.tsx'
import { DisputedFields } from './disputed-fields.tsx'
import { ToSettle } from './to-settle.tsx'
import { IntakeCards } from './intake-cards.tsx'
import { keep, keptNow } from './kept.ts'
import { LearningCard } from './learning/learning-card.tsx'
import { noteOf, QuickRecord } from './quick-record.tsx'
import { ReferralCard } from './referral-card.tsx'
import { RequesterCard } from './requester-card.tsx'
import { SaidLine, type Said } from './said-line.tsx'
import { Timeline } from './timeline/timeline.tsx'
import { TopicCard } from './topics/topic-card.tsx'
import { ToldCard } from './told-card.tsx'
import { TransferCard } from './transfer-card.tsx'
import { runUndo, undoOf, type Undo } from './undo.ts'
import './case-screen.css'

/** Long enough to be read, and to read the number out to whoever stands at the counter. */
const JUST_REGISTERED_MS = 60_000

type CasePageProps = {
  readonly view: CaseView
  /** The revision at which it was asked for. */
  readonly shown: number
  readonly actions: CaseActions
}

export function CasePage({ view, shown: shownAt, actions }: CasePageProps) {
  const { t } = useTranslation('case-file')
  const { desk } = useServices()
  const now = useNow()
  const caughtUp = useCaughtUp(shownAt)
  const [form, setForm] = useState<OpenForm | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  /** The attachment that is looked at, by its act. */
  const [shownFile, setShownFile] = useState<string | null>(null)
  const { file } = view
  const { fields } = file
  const wordOf = (name: ActionName, provider?: string): string => {
    if (name === 'dispatch' && wayTo(view, provider) === 'report-up') return t('action.report-up')
    if (name === 'record-referral-step' && leadOrder(file)?.way === 'report-up') return t('action.report-step')
    return t(`action.${name}`)
  }
  const verbOf = ({ command, preset }: OpenForm): SavedWord => (command === 'dispatch' ? wayTo(view, preset) : command)

  const open = (next: OpenForm): void => {
    setSaid(null)
    setForm(next)
  }
  const start = (action: CaseAction): void => {
    const code = whyNot(view, action.command)
    // What is veiled (柜台模式) would be taken for what was written there.
    if (action.command === 'correct-request' && fields.title === VEIL)
      setSaid({ kind: 'refused', code: 'counter-view' })
    else if (code) setSaid({ kind: 'refused', code })
    else open({ command: action.command, ...('preset' in action && { preset: action.preset }) })
  }
  // An upper office does nothing of the station's own work; elsewhere a refused one says why.
  const isHere = (action: CaseAction): boolean => view.station?.isOwn !== false || isOffered(view, action)
  const startNamed = (name: ActionName): void => start(CASE_ACTIONS.find((action) => action.name === name)!)
  // A letter pressed in a list began here.
  const begin = useEffectEvent((): void => {
    const asked = takeStart(file.id)
    const action = CASE_ACTIONS.find((one) => one.name === asked)
    if (action && isHere(action)) start(action)
  })
  // Once, and asked for from outside the page.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => begin(), [])
  const saved = (what: SavedWord, undo: Undo, note?: string): void =>
    setSaid({ kind: 'saved', what, undo, ...(note !== undefined && { note }) })
  const takeBack = async (): Promise<void> => {
    if (said?.kind !== 'saved') return
    const done = await runUndo(desk, said.undo)
    if (!done.ok) return setSaid({ kind: 'trouble', problem: done.error })
    await caughtUp()
    // A note that was taken back is most often written anew.
    if (said.note !== undefined && keptNow(noteOf(file.id)) === undefined) keep(noteOf(file.id), said.note)
    setSaid({ kind: 'undone', what: said.what })
  }

  useBroughtFiles(form !== null || shownFile !== null, (brought, pasted) => {
    const attach: OpenForm = { command: 'attach-file' }
    const place = placeOf(file.id, attach)
    const files = pasted ? brought.map((one, i) => namedByTime(one, t('pasted'), now, i)) : brought
    keep(place, { case: file.id, files: [...(keptNow<Attach>(place)?.files ?? []), ...files] } satisfies Attach)
    open(attach)
  })

  const first = nextAction(view)
  const beside = besides(view, actions.Print ? 1 : 2)
  const shown = new Set<ActionName>([first, ...beside])
  useKeys(
    CASE_ACTIONS.filter(isHere).map((action) => ({
      key: action.key,
      label: wordOf(action.name),
      run: () => start(action),
      quiet: !shown.has(action.name),
    })),
  )
  const hints = [...new Set<ActionName>([...beside, 'visit', first])]
    .map((name) => CASE_ACTIONS.find((action) => action.name === name)!)
    .filter(isHere)
    .filter((action) => whyNot(view, action.command) === null)
    .map((action) => ({ key: action.key, word: wordOf(action.name) }))

  const justRegistered =
    // What came with it (a classification, files, 当场办结) is of the same moment.
    file.acts.every(({ at }) => at === fields.receivedAt) &&
    fields.receivedAt !== undefined &&
    epochOf(now) - epochOf(fields.receivedAt) < JUST_REGISTERED_MS
  const openFile = useCallback((act: string) => setShownFile(act), [])

  return (
    <div className="case-page">
      <CaseHead
        view={view}
        first={first}
        beside={beside}
        wordOf={wordOf}
        onAction={startNamed}
        print={actions.Print && <actions.Print view={view} />}
      />
      {justRegistered && (
        <div className="done registered" role="status">
          {t('registered', { number: fields.number })}
        </div>
      )}
      <ToSettle caseId={file.id} />
      <DisputedFields file={file} onSaved={() => saved('correct-request', [])} />
      <CaseRoad view={view} now={now} />

      <div className="case-columns">
        <Timeline view={view} now={now} onOpen={openFile}>
          {view.station?.isOwn !== false && (
            <QuickRecord
              caseId={file.id}
              hints={hints}
              onSaved={(acts, note) => saved('record-contact', undoOf(file.id, acts), note)}
            />
          )}
        </Timeline>
        <aside>
          <DueCard view={view} now={now} />
          <IntakeCards view={view} now={now} />
          <ReferralCard
            view={view}
            now={now}
            onAct={(command, preset) => {
              const action = CASE_ACTIONS.find((one) => one.command === command)!
              const code = whyNot(view, command)
              if (code) setSaid({ kind: 'refused', code })
              else open({ command: action.command, preset })
            }}
          />
          <TransferCard view={view} now={now} />
          {actions.Money && <actions.Money view={view} />}
          {actions.Supervision && <actions.Supervision view={view} />}
          {!view.openReferral && view.station?.isOwn !== false && (
            <actions.Recommended
              view={view}
              onAsk={(preset) => open({ command: 'dispatch', preset })}
              onGap={() => open({ command: 'record-gap' })}
              onSent={(sent, acts) => saved(sent, undoOf(file.id, acts.slice(0, 1)))}
            />
          )}
          <LearningCard
            view={view}
            onDraft={(content) => {
              const code = whyNot(view, 'record-answer')
              if (code) return setSaid({ kind: 'refused', code })
              const answer: OpenForm = { command: 'record-answer' }
              // Behind what was typed there before and left.
              const before = keptNow<{ readonly content?: string }>(placeOf(file.id, answer))
              const text = [before?.content, content].filter(Boolean).join('\n')
              keep(placeOf(file.id, answer), { ...answerForm.start(view), ...before, content: text })
              open(answer)
            }}
          />
          <TopicCard caseId={file.id} />
          {fields.requestKind !== 'report' && <ToldCard about={file.id} />}
          <RequesterCard view={view} now={now} />
          {view.canTransfer && (
            <p className="small">
              <Button type="link" size="small" onClick={() => goAndTransfer([file.id])}>
                {t('transferUp')}
              </Button>
            </p>
          )}
        </aside>
      </div>
      <SaidLine said={said} onUndo={takeBack} onClose={() => setSaid(null)} />

      {form && (
        <CaseForm
          key={placeOf(file.id, form)}
          form={form}
          view={view}
          title={wordOf(CASE_ACTIONS.find((action) => action.command === form.command)!.name, form.preset)}
          verb={verbOf(form)}
          spec={{ ...OWN_FORMS, ...actions.forms }[form.command]}
          caughtUp={caughtUp}
          onSaved={(undo, provider) => {
            setForm(null)
            saved(verbOf(provider === undefined ? form : { ...form, preset: provider }), undo)
          }}
          onLeave={() => setForm(null)}
        />
      )}
      {shownFile !== null && (
        <Viewer
          attachments={actsOf(file.acts, 'attachment')}
          shown={shownFile}
          onShow={setShownFile}
          onClose={() => setShownFile(null)}
        />
      )}
    </div>
  )
}

/** 派单 or 上报, by who gets it (the one proposed while nobody is chosen): a matter may fall through to another kind. */
function wayTo({ routing, serviceType }: CaseView, provider = routing?.proposed): 'dispatch' | 'report-up' {
  const known = [...(routing?.candidates ?? []), ...(routing?.excluded ?? [])]
  return wayOf(known.find((one) => one.provider === provider)?.providerType ?? routing?.fitting ?? serviceType ?? '')
}

/** Every pasted picture is called image.png. `now` has seconds; several at once are counted. */
function namedByTime(file: File, word: string, now: string, i: number): File {
  const time = now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const kind = /\.\w+$/.exec(file.name)?.[0] ?? '.png'
  return new File([file], `${word}-${time}${i > 0 ? `-${i + 1}` : ''}${kind}`, { type: file.type })
}
