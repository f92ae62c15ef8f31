/** 中文. To add a namespace: its file in both folders, and a line here and in english.ts. */
import { app } from './zh-CN/app.ts'
import { caseFile } from './zh-CN/case-file.ts'
import { cases } from './zh-CN/cases.ts'
import { categories } from './zh-CN/categories.ts'
import { codes } from './zh-CN/codes.ts'
import { desktop } from './zh-CN/desktop.ts'
import { imports } from './zh-CN/import.ts'
import { intake } from './zh-CN/intake.ts'
import { limits } from './zh-CN/limits.ts'
import { papers } from './zh-CN/papers.ts'
import { places } from './zh-CN/places.ts'
import { problems } from './zh-CN/problems.ts'
import { providers } from './zh-CN/providers.ts'
import { referral } from './zh-CN/referral.ts'
import { residents } from './zh-CN/residents.ts'
import { routing } from './zh-CN/routing.ts'
import { setUp } from './zh-CN/set-up.ts'
import { settings } from './zh-CN/settings.ts'
import { topics } from './zh-CN/topics.ts'
import { walk } from './zh-CN/walk.ts'

export const chinese = {
  app,
  problems,
  'set-up': setUp,
  settings,
  providers,
  import: imports,
  codes,
  categories,
  intake,
  cases,
  'case-file': caseFile,
  referral,
  residents,
  places,
  routing,
  limits,
  papers,
  topics,
  walk,
  desktop,
}
