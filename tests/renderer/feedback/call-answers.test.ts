/** 连续回访: what the keys give, and that a run is gone on with, taken back and never lost. */
import { expect, it } from 'vitest'
import { SCALES } from '#core/case-file/codes.ts'
import { RECORD_REVISIT } from '#core/feedback/record-revisit.ts'
import { blankAnswers, gradeOf, inputOf, nextQuestion, REASON_KEYS, reasonOf, yesNoTarget, type Answers } from '#app/features/feedback/call-answers.ts' // prettier-ignore
import { newRun, runOf, RUN_DRAFT, RUN_LENGTH, savedCall, skippedCall, undoneCall } from '#app/features/feedback/call-run.ts' // prettier-ignore

/** As use-call-keys.ts does it. */
function press(keys: string): Answers {
  let answers = blankAnswers()
  let at = 'contacted' as Parameters<typeof yesNoTarget>[1]
  for (const key of keys)
    if (key === 'Y' || key === 'N') {
      const target = yesNoTarget(answers, at)
      answers = { ...answers, [target]: key === 'Y', reason: null }
      at = nextQuestion(answers, target)
    } else if (/\d/.test(key)) answers = { ...answers, grade: gradeOf(answers.scale, Number(key)) }
    else answers = { ...answers, reason: reasonOf(key) }
  return answers
}

it('three keys are a whole answer, and no grade is ever given by itself', () => {
  expect(inputOf('case:1', press('YN4'))).toEqual({
    case: 'case:1', way: 'phone', words: '', valid: true, contacted: true, solved: false, scale: 'three-rates', grade: 'dissatisfied',
  }) // prettier-ignore
  expect(blankAnswers()).toMatchObject({ grade: null, solved: null, contacted: null })
  expect(['', 'Y', 'YY', '1'].map((keys) => inputOf('case:1', press(keys)))).toEqual(['contacted', 'solved', 'grade', 'contacted']) // prettier-ignore
  for (const keys of ['YY1', 'NN4', 'A']) expect(RECORD_REVISIT.safeParse(inputOf('case:1', press(keys))).success).toBe(true) // prettier-ignore
})

it('unreached is never satisfied: a letter takes back what was answered, an answer takes back the letter', () => {
  const unreached = inputOf('case:1', press('YY1A'))
  expect(unreached).toEqual({ case: 'case:1', way: 'phone', words: '', valid: false, invalidReason: 'no-answer' })
  expect(inputOf('case:1', press('AYY1'))).toMatchObject({ valid: true, grade: 'satisfied' })
  expect(new Set(Object.values(REASON_KEYS)).size).toBe(Object.keys(REASON_KEYS).length)
})

it('digits stop where the scale does', () => {
  for (const scale of ['three-rates', 'good-bad-5'] as const)
    expect([1, 2, 3, 4, 5, 6].map((digit) => gradeOf(scale, digit))).toEqual(
      [0, 1, 2, 3, 4, 5].map((i) => SCALES[scale][i] ?? null),
    )
})

it('a run: thirty at most, saved, skipped, taken back with what was filled in, and kept for its own clerk', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `case:${i}`)
  let run = newRun('user:a', ids)
  expect(run.ids).toHaveLength(RUN_LENGTH)
  const answers = { ...press('YN4'), words: '没修好' }
  run = savedCall({ ...run, answers }, { case: 'case:0', act: 'revisit:1', number: '1', answers })
  expect([run.at, run.answers.grade]).toEqual([1, null])
  run = skippedCall(run)
  expect([run.at, run.skipped]).toEqual([2, 1])
  const back = undoneCall(run)
  expect([back.at, back.answers, back.saved]).toEqual([0, answers, []])
  const draft = { id: RUN_DRAFT, form: 'revisit', title: '', changedAt: '', values: JSON.parse(JSON.stringify(run)) } as const // prettier-ignore
  expect(runOf(draft, 'user:a')).toEqual(run)
  expect([runOf(draft, 'user:b'), runOf(undefined, 'user:a')]).toEqual([null, null])
  expect(runOf({ ...draft, values: { ...run, at: 30 } }, 'user:a')).toBeNull()
})
