/** 导入服务单位名录: a file's entries, all of them or none. */
import { refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import type { RawDirectory } from './directory-file.ts'
import { planDirectory } from './plan-directory.ts'

const entry = z.object({ id: z.string().max(100), at: z.string().max(200), fields: z.record(z.string(), z.unknown()) })
/** A district has some thousands of organisations. */
const entries = z.array(entry).max(20_000)
export const IMPORT_DIRECTORY = z.object({ providers: entries, services: entries, sites: entries })

export function importDirectory(reading: Reading, input: RawDirectory, asked: Asked): Decision {
  const form = IMPORT_DIRECTORY.safeParse(input)
  if (!form.success) return refuse('invalid-input')
  const { drafts, problems } = planDirectory(reading, form.data, dayOf(asked.now), asked.newId)
  if (problems.length > 0) return refuse('invalid-input', [...new Set(problems.map(({ at, field }) => `${at} ${field}`.trim()))].slice(0, 20)) // prettier-ignore
  return drafts.length > 0 ? ok(drafts) : refuse('nothing-changed')
}
