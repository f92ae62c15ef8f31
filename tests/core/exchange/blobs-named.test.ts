import { expect, test } from 'vitest'
import { blobsNamed, blobsOfEvents } from '#core/exchange/blobs-named.ts'
import { composeCommand, cursorOf, eraseDraft, type Draft } from '#core/kernel/command.ts'
import { newReplica, receive } from '#core/kernel/replica.ts'

const BLOB = '0123456789abcdef0123456789abcdef'
const SHA = 'a'.repeat(64)

test('an attachment that was erased is named no more, not even by the event that once named it', () => {
  const replica = newReplica(['private'])
  let count = 0
  const save = (draft: Draft) => {
    const author = { device: '00112233445566aa', user: 'user:1', at: '2026-11-23T09:00:00+08:00', schema: 1 }
    const events = composeCommand(replica, cursorOf(replica), [draft], author, () => 'private', `c${++count}`, () => `s${++count}`) // prettier-ignore
    receive(replica, events, 'own')
    return events
  }
  const fields = { case: 'case:1', blob: BLOB, sha256: SHA, bytes: 7 }
  const named = save({ entity: `attachment:${BLOB}`, kind: 'file-attached', fields })
  // Not an attachment, whatever it holds.
  save({ entity: 'case:1', kind: 'case-changed', fields: { ...fields, blob: BLOB.replace('0', 'f') } })
  const whole = [{ id: BLOB, sha256: SHA, scope: 'private', bytes: 7 }]
  expect([...blobsNamed(replica).values()]).toEqual(whole)
  expect([...blobsOfEvents(named, replica).values()]).toEqual(whole)
  save(eraseDraft(`attachment:${BLOB}`, 'private', 'asked', [BLOB]))
  expect(blobsNamed(replica).size).toBe(0)
  expect(blobsOfEvents(named, replica).size).toBe(0)
})
