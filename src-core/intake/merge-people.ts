/** 合并 and 撤销合并 of two entries of one person; 不是同一人. Nothing is deleted, and nothing on the two entries changes. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { PERSON_APART, PERSON_MERGE } from '../person/fields.ts'
import { personGroups, type Merge } from '../person/merged-people.ts'

export const mergesOf = (reading: Pick<Reading, 'ids' | 'read'>): Merge[] =>
  [...reading.ids('person-merge')].flatMap((id) => {
    const fields = reading.read(id)
    return fields ? [{ ...(fields as Omit<Merge, 'id'>), id }] : []
  })

export const MERGE_PEOPLE = PERSON_MERGE.pick({ keep: true, drop: true, reason: true })
export type MergePeople = z.infer<typeof MERGE_PEOPLE>

/** Refuses 'no-such-person' and 'already-one'. */
export function mergePeople(reading: Reading, input: MergePeople, asked: Asked): Decision {
  const form = checked(MERGE_PEOPLE, input)
  if (!form.ok) return form
  const { keep, drop } = form.value
  if (!reading.read(keep) || !reading.read(drop)) return refuse('no-such-person')
  const groups = personGroups(mergesOf(reading))
  if (keep === drop || groups.rootOf(keep) === groups.rootOf(drop)) return refuse('already-one')
  return ok([
    { entity: asked.newId('person-merge'), kind: 'people-merged', fields: { ...form.value, at: asked.now, by: asked.user } }, // prettier-ignore
  ])
}

const UNMERGE = z.object({ merge: entityId('person-merge') })
export type UnmergePeople = z.infer<typeof UNMERGE>

/** Refuses 'no-such-merge', and one that was undone before. */
export function unmergePeople(reading: Reading, input: UnmergePeople, asked: Asked): Decision {
  const form = checked(UNMERGE, input)
  if (!form.ok) return form
  const merge = reading.read(form.value.merge)
  if (!merge || merge['undoneAt']) return refuse('no-such-merge')
  return ok([
    { entity: form.value.merge, kind: 'people-unmerged', fields: { undoneAt: asked.now, undoneBy: asked.user } },
  ])
}

export const KEEP_APART = PERSON_APART.omit({ at: true, by: true })
export type KeepApart = z.infer<typeof KEEP_APART>

export function keepApart(reading: Reading, input: KeepApart, asked: Asked): Decision {
  const form = checked(KEEP_APART, input)
  if (!form.ok) return form
  const { one, other } = form.value
  if (one === other || !reading.read(one) || !reading.read(other)) return refuse('no-such-person')
  return ok([
    { entity: asked.newId('person-apart'), kind: 'people-apart', fields: { ...form.value, at: asked.now, by: asked.user } }, // prettier-ignore
  ])
}
