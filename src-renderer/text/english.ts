/** English, in the shape of Chinese: a missing sentence is a compile error. To add a namespace: see chinese.ts. */
import type { chinese } from './chinese.ts'
import { app } from './en/app.ts'
import { caseFile } from './en/case-file.ts'
import { cases } from './en/cases.ts'
import { categories } from './en/categories.ts'
import { codes } from './en/codes.ts'
import { desktop } from './en/desktop.ts'
import { imports } from './en/import.ts'
import { intake } from './en/intake.ts'
import { limits } from './en/limits.ts'
import { papers } from './en/papers.ts'
import { places } from './en/places.ts'
import { problems } from './en/problems.ts'
import { providers } from './en/providers.ts'
import { referral } from './en/referral.ts'
import { residents } from './en/residents.ts'
import { routing } from './en/routing.ts'
import { setUp } from './en/set-up.ts'
import { settings } from './en/settings.ts'
import { topics } from './en/topics.ts'
import { walk } from './en/walk.ts'

export const english: typeof chinese = {
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
