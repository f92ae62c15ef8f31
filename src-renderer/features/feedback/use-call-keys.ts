/** The keys of a call. They are asleep while somebody types; Esc leaves the text, Ctrl+Enter saves from anywhere. */
import { useTranslation } from 'react-i18next'
import { useKeys, type KeyBinding } from '#app/ui/keys.ts'
import { SCALES } from '#core/case-file/codes.ts'
import { gradeOf, nextQuestion, QUESTIONS, REASON_KEYS, reasonOf, yesNoTarget, type Answers, type Question } from './call-answers.ts' // prettier-ignore
import { otherScale } from './call-questions.tsx'

type CallKeys = {
  readonly answers: Answers
  readonly at: Question
  readonly onAnswer: (part: Partial<Answers>, next: Question) => void
  readonly onAt: (question: Question) => void
  readonly onWords: () => void
  readonly onShow: () => void
  readonly onSave: () => void
  readonly more: readonly KeyBinding[]
}

export function useCallKeys({ answers, at, onAnswer, onAt, onWords, onShow, onSave, more }: CallKeys): void {
  const { t } = useTranslation(['revisit', 'codes'])
  const answer = (part: Partial<Answers>, after: Question): void =>
    onAnswer({ ...part, reason: null }, nextQuestion({ ...answers, ...part }, after))
  const yesNo = (yes: boolean): void => {
    const target = yesNoTarget(answers, at)
    answer({ [target]: yes }, target)
  }
  const step = (by: number): void =>
    onAt(QUESTIONS[Math.max(0, Math.min(QUESTIONS.length - 1, QUESTIONS.indexOf(at) + by))]!)
  const keys: readonly KeyBinding[] = [
    { key: 'Y', label: t('revisit:call.keyYes'), run: () => yesNo(true) },
    { key: 'N', label: t('revisit:call.keyNo'), run: () => yesNo(false) },
    ...Array.from({ length: SCALES[answers.scale].length }, (_, i): KeyBinding => ({
      key: String(i + 1),
      label: t('revisit:call.keyGrade'),
      quiet: i > 0,
      run: () => {
        const grade = gradeOf(answers.scale, i + 1)
        if (grade !== null) answer({ grade }, 'grade')
      },
    })),
    ...Object.entries(REASON_KEYS).map(([reason, key]): KeyBinding => ({
      key,
      label: t(`codes:invalidReason.${reason as keyof typeof REASON_KEYS}`),
      quiet: true,
      run: () => onAnswer({ reason: reasonOf(key) }, at),
    })),
    { key: 'V', label: t('revisit:call.show'), run: onShow },
    { key: 'W', label: t('revisit:call.keyWords'), run: onWords, quiet: true },
    {
      key: 'S',
      label: t('revisit:call.scale'),
      run: () => onAnswer({ scale: otherScale(answers.scale), grade: null }, at),
      quiet: true,
    },
    { key: 'ArrowDown', label: t('revisit:call.keyNext'), run: () => step(1), quiet: true },
    { key: 'ArrowUp', label: t('revisit:call.keyBefore'), run: () => step(-1), quiet: true },
    { key: 'Ctrl+Enter', label: t('revisit:call.save'), run: onSave },
  ]
  useKeys([...keys, ...more])
}
