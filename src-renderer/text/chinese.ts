/** 中文, what the first screen says. To add a namespace: see chinese-later.ts. */
import { app } from './zh-CN/app.ts'
import { caseFile } from './zh-CN/case-file.ts'
import { cases } from './zh-CN/cases.ts'
import { codes } from './zh-CN/codes.ts'
import { desktop } from './zh-CN/desktop.ts'
import { limits } from './zh-CN/limits.ts'
import { papers } from './zh-CN/papers.ts'
import { problems } from './zh-CN/problems.ts'

export const chinese = {
  app,
  problems,
  codes,
  cases,
  'case-file': caseFile,
  limits,
  papers,
  desktop,
}
