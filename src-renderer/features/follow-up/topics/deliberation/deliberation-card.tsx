/** One deliberation: its road, what is missing and what is wrong, its tasks, its papers. */
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliberationView, TaskShown, TopicView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import type { AnswerObjection, RecordStep } from '#core/follow-up/record-step.ts'
import type { AddTask, FinishTask } from '#core/follow-up/resolution-task.ts'
import type { ChangeDeliberation } from '#core/follow-up/save-deliberation.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { DELIBERATION_PAPERS, type DeliberationPaper } from '#core/reports/papers/deliberation-words.ts'
import { DELIBERATION_STEPS, type DeliberationStep } from '#core/topic/deliberation-codes.ts'
import { isCarried } from '#core/topic/deliberation-road.ts'
import { answerForm, finishForm, taskForm } from './after-forms.tsx'
import { changeForm } from './deliberation-form.tsx'
import type { PrintDeliberationSlot } from './slot.ts'
import { stepForm } from './step-form.tsx'
import { StepRecords } from './step-records.tsx'

type Open =
  | { readonly form: 'change' | 'task' }
  | { readonly form: 'step'; readonly step: DeliberationStep }
  | { readonly form: 'finish'; readonly task: TaskShown }
  | { readonly form: 'answer'; readonly record: string }
  | { readonly form: 'paper'; readonly paper: DeliberationPaper }

type DeliberationCardProps = {
  readonly about: DeliberationView
  readonly topic: TopicView
  /** The newest answers to the keys. */
  readonly first: boolean
  readonly Print: PrintDeliberationSlot
  readonly onAnswer: (content: string) => void
}

export function DeliberationCard({ about, topic, first, Print, onAnswer }: DeliberationCardProps) {
  const { t } = useTranslation('deliberation')
  const { desk, clock } = useServices()
  const moments = useMomentWords(useNow())
  const [open, setOpen] = useState<Open | null>(null)
  const [shown, setShown] = useState<DeliberationStep | null>(null)
  const close = (): void => setOpen(null)
  const today = dayOf(momentOf(clock()))
  useKeys(first ? DELIBERATION_STEPS.map((step, i) => ({ key: String(i + 1), label: t(`step.${step}`), run: () => setOpen({ form: 'step', step }), quiet: i > 0 })) : []) // prettier-ignore
  const flaws = about.road.flatMap(({ step, flaws: found }) => found.map((flaw) => `${t(`step.${step}`)}：${t(`flaw.${flaw}`)}`)) // prettier-ignore
  const disputed = about.road.filter((one) => one.disputed)
  const vote = about.road.find(({ step }) => step === 'vote')?.records.find(({ skipped }) => !skipped)
  const published = about.road.find(({ step }) => step === 'publication')?.records.find(({ skipped }) => !skipped)?.text
  const answerWith = [about.title, vote && t(isCarried(vote, about) ? 'carried' : 'rejected'), published ?? vote?.text, ...about.tasks.map(({ what, dueOn }) => t('answerTask', { what, day: dueOn }))].filter(Boolean).join('\n') // prettier-ignore
  const particulars = [
    t(`kind.${about.kind}`),
    about.meetingAt && moments.at(about.meetingAt),
    about.venue,
    t('expected', { count: about.expected }),
    t(`majority.${about.majority}`),
    about.secret && t('form.secretVote'),
    about.authority ? t('authority', { number: about.authority }) : t('noAuthority'),
  ]
  return (
    <article className="deliberation">
      <div className="row deliberation-head">
        <div>
          <h3>{about.title}</h3>
          <p className="muted small">{particulars.filter(Boolean).join(' · ')}</p>
        </div>
        <Button size="small" onClick={() => setOpen({ form: 'change' })}>
          {t('change')}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: DELIBERATION_PAPERS.map((paper) => ({ key: paper, label: t(`paper.${paper}`) })),
            onClick: ({ key }) => setOpen({ form: 'paper', paper: key as DeliberationPaper }),
          }}
        >
          <Button size="small">{t('print')} ▾</Button>
        </Dropdown>
        <Button size="small" disabled={!vote && !published} onClick={() => onAnswer(answerWith)}>
          {t('answer')}
        </Button>
      </div>
      <ol className="road-track deliberation-road">
        {about.road.map(({ step, state, records, flaws: wrong, disputed: both }, i) => (
          <li key={step} className={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
            <i aria-hidden="true" />
            <button type="button" aria-expanded={shown === step} onClick={() => setShown(shown === step ? null : step)}>
              {t(`step.${step}`)} {first && <Kbd keys={String(i + 1)} />}
              <span className="spoken-only">{t(`state.${state}`)}</span>
            </button>
            <small className={state === 'missing' || wrong.length > 0 || both ? 'bad' : ''}>
              {state === 'missing' || state === 'skipped'
                ? t(`state.${state}`)
                : records[0]
                  ? records[0].on.slice(5)
                  : ''}
              {both && ` ${t('disputed')}`}
              {wrong.length > 0 && ' !'}
            </small>
            <Button
              size="small"
              type={state === 'now' ? 'primary' : 'default'}
              aria-label={`${t('record.open')} ${t(`step.${step}`)}`}
              onClick={() => setOpen({ form: 'step', step })}
            >
              {' '}
              {/* prettier-ignore */}
              {t(records.length > 0 ? 'record.again' : 'record.open')}
            </Button>
          </li>
        ))}
      </ol>
      {about.missing.length > 0 && (
        <p className="problem" role="status">
          {t('missing', { steps: about.missing.map((step) => t(`step.${step}`)).join(t('and')) })}
        </p>
      )}
      {flaws.length > 0 && (
        <ul className="deliberation-flaws warn small">
          {flaws.map((flaw) => (
            <li key={flaw}>{flaw}</li>
          ))}
        </ul>
      )}{' '}
      {/* prettier-ignore */}
      {disputed.length > 0 && <p className="warn small">{t('disputedLead')}</p>}
      {[...new Set([...(shown ? [shown] : []), ...disputed.map(({ step }) => step), 'objections' as const])].map(
        (step) => (
          <StepRecords
            key={step}
            about={about}
            step={step}
            onAnswer={(record) => setOpen({ form: 'answer', record })}
          />
        ),
      )}
      <Tasks
        about={about}
        today={today}
        onAdd={() => setOpen({ form: 'task' })}
        onFinish={(task) => setOpen({ form: 'finish', task })}
      />{' '}
      {/* prettier-ignore */}
      {about.note && <p className="quote small">{about.note}</p>}
      {
        open?.form === 'change' &&
        <FormDrawer title={t('change')} saveLabel={t('save')} spec={changeForm} context={about} save={(typed) => desk.run({ name: 'change-deliberation', input: typed as ChangeDeliberation })} onSaved={close} onLeave={close} /> // prettier-ignore
      }
      {
        open?.form === 'step' &&
        <FormDrawer key={open.step} title={t(`step.${open.step}`)} saveLabel={t('record.save')} spec={stepForm} context={{ about, topic, step: open.step, today }} save={(typed) => desk.run({ name: 'record-step', input: typed as RecordStep })} onSaved={close} onLeave={close} /> // prettier-ignore
      }
      {
        open?.form === 'task' &&
        <FormDrawer title={t('task.add')} saveLabel={t('task.add')} spec={taskForm} context={{ about, topic, today }} save={(typed) => desk.run({ name: 'add-task', input: typed as AddTask })} onSaved={close} onLeave={close} /> // prettier-ignore
      }
      {
        open?.form === 'finish' &&
        <FormDrawer title={t('task.finish')} saveLabel={t('save')} spec={finishForm} context={{ task: open.task, today }} save={(typed) => desk.run({ name: 'finish-task', input: typed as FinishTask })} onSaved={close} onLeave={close} /> // prettier-ignore
      }
      {
        open?.form === 'answer' &&
        <FormDrawer title={t('objection.answer')} saveLabel={t('save')} spec={answerForm} context={{ record: open.record, today }} save={(typed) => desk.run({ name: 'answer-objection', input: typed as AnswerObjection })} onSaved={close} onLeave={close} /> // prettier-ignore
      }
      {open?.form === 'paper' && <Print about={about} paper={open.paper} onClose={close} />}
    </article>
  )
}

type TasksProps = {
  readonly about: DeliberationView
  readonly today: string
  readonly onAdd: () => void
  readonly onFinish: (task: TaskShown) => void
}

function Tasks({ about, today, onAdd, onFinish }: TasksProps) {
  const { t } = useTranslation('deliberation')
  return (
    <section className="deliberation-tasks">
      <div className="row">
        <h4>{t('task.title')}</h4>
        <Button size="small" onClick={onAdd}>
          {t('task.add')}
        </Button>
      </div>
      <ul>
        {about.tasks.map((task) => (
          <li key={task.id}>
            <div>
              {task.what}
              <div className="muted small">
                {[task.who, task.providerName, task.caseNumber, t('task.by', { day: task.dueOn }), task.doneNote]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                {/* prettier-ignore */}
              </div>
            </div>
            <span className={`small ${task.doneOn ? '' : task.dueOn < today ? 'bad' : 'muted'}`}>
              {task.doneOn ? t('task.done', { day: task.doneOn }) : t(task.dueOn < today ? 'task.late' : 'task.open')}
            </span>
            <Button size="small" aria-label={`${t('task.finish')} ${task.what}`} onClick={() => onFinish(task)}>
              {t('task.finish')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
