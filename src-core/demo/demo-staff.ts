/** Three colleagues without an account; one of them is away this week. */
import type { Command } from '../commands.ts'
import { addDays, dayOf, momentOf } from '../lib/time.ts'
import { demoName } from './demo-people.ts'

const STAFF = [
  { name: demoName(604), duty: '物业、维修', phone: '10000008811' },
  { name: demoName(617), duty: '为老、助残、低保', phone: '10000008812' },
  { name: demoName(629), duty: '调解、网格', phone: '10000008813' },
] as const
const AWAY = STAFF[2]

type Run = (command: Command) => Promise<string>

/** Answers their ids. */
export async function fillDemoStaff(run: Run): Promise<string[]> {
  const ids: string[] = []
  for (const input of STAFF) ids.push(await run({ name: 'save-colleague', input }))
  return ids
}

export async function sendDemoStaffAway(run: Run, ids: readonly string[], now: number): Promise<void> {
  const today = dayOf(momentOf(now))
  const id = ids[STAFF.indexOf(AWAY)]!
  const input = { id, name: AWAY.name, awayFrom: addDays(today, -1), awayUntil: addDays(today, 4) }
  await run({ name: 'save-colleague', input })
}
