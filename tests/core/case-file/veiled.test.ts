/** 柜台模式: no private word of any field, and nothing changed that is not private. */
import { expect, test } from 'vitest'
import type { Act, CaseFile } from '#core/case-file/case-file.ts'
import { ACT_SCOPES, ACT_TYPES, CASE_SCOPES } from '#core/case-file/scopes.ts'
import { veiledCase, veiledName } from '#core/case-file/veiled.ts'

/** Every field there is, filled with words that give away where they come from. */
const filled = (scopes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(scopes).map(([field, scope]) => [field, `${scope === 'private' || scope === 'confidential' ? '秘密' : '公开'}-${field}`])) // prettier-ignore

const WHOLE: CaseFile = {
  id: 'case:1',
  pc: '',
  fields: filled(CASE_SCOPES) as CaseFile['fields'],
  acts: ACT_TYPES.map((type) => ({ ...filled(ACT_SCOPES[type]), id: `${type}:1`, type, written: [1, ''], enteredAt: '' }) as unknown as Act), // prettier-ignore
  withdrawn: [],
  conflicts: [],
}

test('every private word of every field is hidden', () => {
  const shown = JSON.stringify(veiledCase(WHOLE))
  const left = new Set([...shown.matchAll(/秘密-(\w+)/g)].map(([, field]) => field!))
  // Ids, times and numbers that tell nobody anything.
  const ids = ['receivedBy', 'externalId', 'externalSource', 'by', 'nextAt', 'blob', 'sha256', 'case', 'at', 'person']
  for (const field of [...ids, 'forPerson', 'placeId', 'relation', 'orderForm']) left.delete(field)
  expect([...left]).toEqual([])
})

test('what is not private stays as it is', () => {
  const shown = veiledCase(WHOLE)
  expect(shown.fields.number).toBe(WHOLE.fields.number)
  expect(shown.fields.dueAt).toBe(WHOLE.fields.dueAt)
  expect(shown.acts.map((act) => act.id)).toEqual(WHOLE.acts.map((act) => act.id))
})

test('a name keeps its first character, an empty one stays empty', () => {
  expect([veiledName('王素兰'), veiledName(''), veiledName('𠮷田')]).toEqual(['王**', '', '𠮷**'])
})

test('pairs of a correction and acts that were taken back are hidden too', () => {
  const correction = { ...WHOLE.acts[0]!, type: 'correction', privateChanges: { title: ['王素兰家漏水', '漏水'] } } as unknown as Act // prettier-ignore
  const shown = veiledCase({ ...WHOLE, acts: [correction], withdrawn: [{ act: WHOLE.acts[0]!, at: '', by: '' }] })
  expect(shown.acts).toMatchObject([{ privateChanges: { title: ['**', '**'] } }])
  expect(JSON.stringify(shown.withdrawn)).not.toContain('秘密-reason')
})
