/** The questions of one call: each answer is one key, and every key stands beside its answer. */
import { Button, Input } from 'antd'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '#app/session/now.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { INVALID_REASONS, SCALES, type InvalidReason, type ScaleId, type Way } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import type { Moment } from '#core/lib/time.ts'
import { REASON_KEYS, type Answers, type Missing, type Question } from './call-answers.ts'
import { REVISIT_WAYS } from './revisit-form.tsx'

type CallQuestionsProps = {
  readonly answers: Answers
  readonly at: Question
  readonly missing: Missing | null
  /** Handled by whoever calls, in a station where a colleague should. */
  readonly asksWhy: boolean
  readonly isOwn: boolean
  readonly whyMissing: boolean
  /** When it would be tried again, by reason. */
  readonly tries: Readonly<Record<InvalidReason, Moment>>
  readonly words: RefObject<HTMLDivElement | null>
  readonly onChange: (part: Partial<Answers>) => void
  readonly onAt: (question: Question) => void
  readonly ways?: readonly Way[]
}

export function CallQuestions(props: CallQuestionsProps) {
  const { answers, at, missing, asksWhy, isOwn, whyMissing, tries, words, onChange, onAt, ways = REVISIT_WAYS } = props
  const { t } = useTranslation(['revisit', 'codes', 'case-file'])
  const moments = useMomentWords(useNow())
  const isReached = answers.reason === null
  const ask = (question: Exclude<Question, 'words'>, choices: ReactNode): ReactNode => (
    <div
      className={`call-question${at === question && isReached ? ' here' : ''}${isReached ? '' : ' idle'}`}
      onClick={() => onAt(question)}
      role="group"
      aria-label={t(`revisit:call.question.${question}`)}
      {...(at === question && isReached && { 'aria-current': 'step' as const })}
    >
      <b>{t(`revisit:call.question.${question}`)}</b>
      {choices}
      {missing === question && (
        <span className="bad small" role="alert">
          {t(`revisit:call.needed.${question}`)}
        </span>
      )}
    </div>
  )
  const answer = (part: Partial<Answers>): void => onChange({ ...part, reason: null })
  const grades = SCALES[answers.scale] as readonly string[]
  return (
    <div className="call-questions">
      {asksWhy ? (
        <div className="problem">
          <Field
            label={t('revisit:call.overrideReason')}
            hint={t('revisit:call.ownAsk')}
            error={whyMissing ? t('codes:fieldProblem.needed') : undefined}
          >
            {(bind) => (
              <Input
                {...bind}
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
                value={answers.overrideReason}
                onChange={(event) => onChange({ overrideReason: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : (
        isOwn && <p className="muted small">{t('revisit:call.own')}</p>
      )}
      {ask(
        'contacted',
        <Chips<boolean>
          options={[
            { value: true, label: keyed(t('revisit:call.yes'), at === 'contacted' ? 'Y' : '') },
            { value: false, label: keyed(t('revisit:call.no'), at === 'contacted' ? 'N' : '') },
          ]}
          value={answers.contacted ?? undefined}
          onChange={(contacted) => answer({ contacted })}
          invalid={missing === 'contacted'}
        />,
      )}
      {ask(
        'solved',
        <Chips<boolean>
          options={[
            { value: true, label: keyed(t('revisit:call.solvedYes'), at === 'contacted' ? '' : 'Y') },
            { value: false, label: keyed(t('revisit:call.solvedNo'), at === 'contacted' ? '' : 'N') },
          ]}
          value={answers.solved ?? undefined}
          onChange={(solved) => answer({ solved })}
          invalid={missing === 'solved'}
        />,
      )}
      {ask(
        'grade',
        <div className="row call-grades">
          <Chips<string>
            options={grades.map((value, i) => ({
              value,
              label: keyed(gradeWord(answers.scale, value), String(i + 1)),
            }))}
            value={answers.grade ?? undefined}
            onChange={(grade) => answer({ grade })}
            invalid={missing === 'grade'}
          />
          <Button size="small" type="link" onClick={() => onChange({ scale: otherScale(answers.scale), grade: null })}>
            {t('revisit:call.scale')}
            <Kbd keys="S" />
          </Button>
        </div>,
      )}
      <div
        ref={words}
        className={`call-question${at === 'words' && isReached ? ' here' : ''}`}
        onClick={() => onAt('words')}
      >
        <Field label={t('revisit:call.question.words')} optional>
          {(bind) => (
            <Input.TextArea
              {...bind}
              autoComplete="off"
              spellCheck={false}
              className="growing call-words"
              maxLength={TEXT_LENGTH}
              value={answers.words}
              placeholder={t('revisit:call.wordsHint')}
              onChange={(event) => onChange({ words: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="call-question call-invalid" role="group" aria-label={t('revisit:call.invalid')}>
        <b>{t('revisit:call.invalid')}</b>
        <Chips<InvalidReason>
          options={INVALID_REASONS.map((value) => ({
            value,
            label: keyed(t(`codes:invalidReason.${value}`), REASON_KEYS[value]),
          }))}
          value={answers.reason ?? undefined}
          onChange={(reason) => onChange({ reason })}
        />
        {answers.reason !== null && (
          <p className="muted small">{t('revisit:call.nextAt', { at: moments.timed(tries[answers.reason]) })}</p>
        )}
      </div>
      <div className="call-way row">
        <span className="muted small">{t('revisit:call.way')}</span>
        <Chips<Way>
          options={ways.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
          value={answers.way}
          onChange={(way) => onChange({ way })}
        />
      </div>
    </div>
  )

  function gradeWord(scale: ScaleId, grade: string): string {
    // The pair comes from the scale itself; the compiler cannot join the two unions.
    return t(`codes:grade.${scale}.${grade}` as 'codes:grade.three-rates.satisfied')
  }
}

export const otherScale = (scale: ScaleId): ScaleId => (scale === 'three-rates' ? 'good-bad-5' : 'three-rates')

const keyed = (word: string, key: string): ReactNode => (
  <>
    {word}
    {key !== '' && <Kbd keys={key} />}
  </>
)
