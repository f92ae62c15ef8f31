/** 中文. To add a namespace: its file in both folders, and a line here and in english.ts. */
import { app } from './zh-CN/app.ts'
import { caseFile } from './zh-CN/case-file.ts'
import { cases } from './zh-CN/cases.ts'
import { codes } from './zh-CN/codes.ts'
import { desktop } from './zh-CN/desktop.ts'
import { imports } from './zh-CN/import.ts'
import { intake } from './zh-CN/intake.ts'
import { papers } from './zh-CN/papers.ts'
import { problems } from './zh-CN/problems.ts'
import { providers } from './zh-CN/providers.ts'
import { residents } from './zh-CN/residents.ts'
import { setUp } from './zh-CN/set-up.ts'
import { settings } from './zh-CN/settings.ts'

export const chinese = {
  app,
  problems,
  'set-up': setUp,
  settings,
  providers,
  import: imports,
  codes,
  intake,
  cases,
  'case-file': caseFile,
  residents,
  papers,
  desktop,
}
