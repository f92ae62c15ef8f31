/** English, in the shape of Chinese: a missing sentence is a compile error. */
import type { chinese } from './chinese.ts'
import { app } from './en/app.ts'
import { caseFile } from './en/case-file.ts'
import { cases } from './en/cases.ts'
import { codes } from './en/codes.ts'
import { desktop } from './en/desktop.ts'
import { limits } from './en/limits.ts'
import { papers } from './en/papers.ts'
import { problems } from './en/problems.ts'

export const english: typeof chinese = {
  app,
  problems,
  codes,
  cases,
  'case-file': caseFile,
  limits,
  papers,
  desktop,
}
