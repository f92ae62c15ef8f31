/** English, in the shape of Chinese: a missing sentence is a compile error. To add a namespace: see chinese-later.ts. */
import type { chineseLater } from './chinese-later.ts'
import { categories } from './en/categories.ts'
import { conflicts } from './en/conflicts.ts'
import { deliberation } from './en/deliberation.ts'
import { devices } from './en/devices.ts'
import { exchange } from './en/exchange.ts'
import { funding } from './en/funding.ts'
import { haves } from './en/haves.ts'
import { imports } from './en/import.ts'
import { intake } from './en/intake.ts'
import { learning } from './en/learning.ts'
import { letters } from './en/letters.ts'
import { monthly } from './en/monthly.ts'
import { notices } from './en/notices.ts'
import { places } from './en/places.ts'
import { providers } from './en/providers.ts'
import { referral } from './en/referral.ts'
import { reports } from './en/reports.ts'
import { residents } from './en/residents.ts'
import { revisit } from './en/revisit.ts'
import { routing } from './en/routing.ts'
import { scorecard } from './en/scorecard.ts'
import { setUp } from './en/set-up.ts'
import { settings } from './en/settings.ts'
import { stations } from './en/stations.ts'
import { supervision } from './en/supervision.ts'
import { surveys } from './en/surveys.ts'
import { topics } from './en/topics.ts'
import { walk } from './en/walk.ts'

export const englishLater: typeof chineseLater = {
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
