/** 功能模块 on or off, for the whole station. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { MODULE_NAMES, moduleId } from '../station/modules.ts'

export const SWITCH_MODULE = z.object({ station: entityId('station'), module: z.enum(MODULE_NAMES), on: z.boolean() })
export type SwitchModule = z.infer<typeof SWITCH_MODULE>

export function switchModule(reading: Reading, input: SwitchModule, _asked: Asked): Decision {
  const form = checked(SWITCH_MODULE, input)
  if (!form.ok) return form
  const { station, module, on } = form.value
  if (!reading.exists(station)) return refuse('invalid-input', ['station'])
  return ok([{ entity: moduleId(station, module), kind: 'module-switched', fields: { on } }])
}
