/** 落实: what the resolution asks of whom and by when, and that it was done. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { day, words, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { RESOLUTION_TASK, resolutionTask, taskId } from '../topic/deliberation-fields.ts'

export const ADD_TASK = RESOLUTION_TASK.omit({ at: true, by: true })
export type AddTask = z.infer<typeof ADD_TASK>

export function addTask(reading: Reading, input: AddTask, asked: Asked): Decision {
  const form = checked(ADD_TASK, input)
  if (!form.ok) return form
  const { deliberation, provider, case: file } = form.value
  if (!reading.read(deliberation)) return refuse('no-such-deliberation')
  if (provider !== undefined && !reading.read(provider)) return refuse('no-such-provider', ['provider'])
  if (file !== undefined && !reading.caseFile(file)) return refuse('no-such-case', ['case'])
  return ok([
    {
      entity: asked.newId('resolution-task'),
      kind: 'task-set',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}

/** `doneOn` '' : not done after all. */
export const FINISH_TASK = z.object({ task: taskId, doneOn: day.or(z.literal('')), doneNote: words(500) })
export type FinishTask = z.infer<typeof FINISH_TASK>

export function finishTask(reading: Reading, input: FinishTask, asked: Asked): Decision {
  const form = checked(FINISH_TASK, input)
  if (!form.ok) return form
  const { task, ...fields } = form.value
  const read = reading.read(task)
  if (!read) return refuse('no-such-record', ['task'])
  if (fields.doneOn > dayOf(asked.now)) return refuse('in-the-future', ['doneOn'])
  const { doneOn = '', doneNote = '' } = resolutionTask(task, read)
  if (doneOn === fields.doneOn && doneNote === fields.doneNote) return refuse('nothing-changed')
  return ok([{ entity: task, kind: fields.doneOn ? 'task-done' : 'task-not-done', fields }])
}
