/** 打印走访单: the paper gets its number before it is printed, so that each of its rows can be found again. */
import { checked, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { WALK_SHEET } from '../walk-sheet/fields.ts'

export const PRINT_WALK_SHEET = WALK_SHEET.pick({ building: true, name: true, doors: true })
export type PrintWalkSheet = z.infer<typeof PRINT_WALK_SHEET>

export function printWalkSheet(reading: Reading, input: PrintWalkSheet, asked: Asked): Decision {
  const form = checked(PRINT_WALK_SHEET, input)
  if (!form.ok) return form
  const year = asked.now.slice(0, 4)
  let last = 0
  for (const id of reading.ids('walk-sheet')) {
    const [of, running] = String(reading.read(id)?.['number'] ?? '').split('-')
    if (of === year) last = Math.max(last, Number(running) || 0)
  }
  const number = `${year}-${String(last + 1).padStart(4, '0')}`
  return ok([
    {
      entity: asked.newId('walk-sheet'),
      kind: 'walk-sheet-printed',
      fields: { ...form.value, number, printedAt: asked.now, by: asked.user },
    },
  ])
}
