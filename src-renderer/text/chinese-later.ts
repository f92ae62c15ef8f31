/** 中文, what every other screen says. To add a namespace: its file in both folders, and a line here and in english-later.ts. */
import { categories } from './zh-CN/categories.ts'
import { conflicts } from './zh-CN/conflicts.ts'
import { deliberation } from './zh-CN/deliberation.ts'
import { devices } from './zh-CN/devices.ts'
import { exchange } from './zh-CN/exchange.ts'
import { funding } from './zh-CN/funding.ts'
import { haves } from './zh-CN/haves.ts'
import { imports } from './zh-CN/import.ts'
import { intake } from './zh-CN/intake.ts'
import { learning } from './zh-CN/learning.ts'
import { letters } from './zh-CN/letters.ts'
import { monthly } from './zh-CN/monthly.ts'
import { notices } from './zh-CN/notices.ts'
import { places } from './zh-CN/places.ts'
import { providers } from './zh-CN/providers.ts'
import { referral } from './zh-CN/referral.ts'
import { reports } from './zh-CN/reports.ts'
import { residents } from './zh-CN/residents.ts'
import { revisit } from './zh-CN/revisit.ts'
import { routing } from './zh-CN/routing.ts'
import { scorecard } from './zh-CN/scorecard.ts'
import { setUp } from './zh-CN/set-up.ts'
import { settings } from './zh-CN/settings.ts'
import { stations } from './zh-CN/stations.ts'
import { supervision } from './zh-CN/supervision.ts'
import { surveys } from './zh-CN/surveys.ts'
import { topics } from './zh-CN/topics.ts'
import { walk } from './zh-CN/walk.ts'

export const chineseLater = {
  categories,
  conflicts,
  deliberation,
  devices,
  exchange,
  funding,
  haves,
  import: imports,
  intake,
  learning,
  letters,
  monthly,
  notices,
  places,
  providers,
  referral,
  reports,
  residents,
  revisit,
  routing,
  scorecard,
  'set-up': setUp,
  settings,
  stations,
  supervision,
  surveys,
  topics,
  walk,
}
