import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BLOB_BYTES, READ_BYTES, SEGMENT_BYTES } from '#core/host/host.ts'
import { parseMarker, parseRequest } from '#core/host/parsers.ts'
import { BugError } from '#core/lib/assert.ts'
import { browserDesk } from '#host/browser-desk.ts'
import { dispatch } from '#host/dispatch.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { bytesOf, idOf, must } from './crash-trials.ts'
import { markerOf } from './scenarios.ts'
import { tempFolder } from './temp-folder.ts'

const some = bytesOf(1, 10)

describe('parsers', () => {
  test('what the page asks is let through as it is', () => {
    const good: readonly [string, unknown[]][] = [
      ['state', []],
      ['beginSegment', [idOf(1)]],
      ['append', [idOf(1), 32, some]],
      ['append', [idOf(1), 0, Buffer.from('x')]],
      ['readSegment', [idOf(1), 0, READ_BYTES]],
      ['readSlots', []],
      ['writeSlots', [some]],
      ['writeMarker', [markerOf(3)]],
      ['putBlob', [idOf(1), some]],
      ['getBlob', [idOf(1)]],
      ['listBlobs', []],
      ['putDraft', ['intake-0193', new Uint8Array(0)]],
      ['listDrafts', []],
      ['backup', ['/media/usb']],
      ['saveFile', ['诉求.xlsx', some]],
      ['stageFile', [idOf(1), 0, some]],
      ['putInbox', [idOf(1), 'S0012-JD001-20261123-0007.zip.age', 'a'.repeat(64)]],
      ['listInbox', []],
      ['readInbox', [idOf(1), 0, READ_BYTES]],
      ['moveInbox', [idOf(1), 'aside', 'bad-signature']],
      ['removeInbox', [idOf(1)]],
      ['writeOut', [idOf(1), '', 'a.zip.age', 'a'.repeat(64)]],
      ['listFolder', ['/media/usb']],
      ['readFolderFile', ['/media/usb', '槐树里/a.zip.age', 0, 10]],
    ]
    for (const [method, params] of good)
      expect(parseRequest(method, params)).toEqual({ ok: true, value: { method, params } })
    // Compared by its flag only: comparing 64 MiB byte by byte takes a minute.
    expect(parseRequest('putBlob', [idOf(1), new Uint8Array(BLOB_BYTES)]).ok).toBe(true)
    expect(parseRequest('append', [idOf(1), 32, new Uint8Array(SEGMENT_BYTES)]).ok).toBe(true)
  })

  test('everything else is a bad request', () => {
    const bad: readonly [string, unknown][] = [
      ['constructor', []], ['toString', []], ['__proto__', []], ['close', []], ['', []],
      ['state', [1]], ['state', null], ['state', {}], ['state', undefined],
      ['beginSegment', []], ['beginSegment', ['../x']], ['beginSegment', [idOf(1).toUpperCase() + 'A']], ['beginSegment', [`${idOf(1)}\n`]], ['beginSegment', [[idOf(1)]]],
      ['append', [idOf(1), -1, some]], ['append', [idOf(1), 1.5, some]], ['append', [idOf(1), '32', some]], ['append', [idOf(1), 32, 'text']],
      ['append', [idOf(1), 32, [1, 2]]], ['append', [idOf(1), 32, some, 1]], ['append', [idOf(1), 32, new Uint8Array(SEGMENT_BYTES + 1)]],
      ['append', [idOf(1), 2 ** 60, some]], ['append', [idOf(1), NaN, some]],
      ['readSegment', [idOf(1), 0, READ_BYTES + 1]], ['readSegment', [idOf(1), 0, -1]],
      ['writeMarker', [{ ...markerOf(1), v: 2 }]], ['writeMarker', [{ ...markerOf(1), more: 1 }]], ['writeMarker', [null]],
      ['putBlob', [idOf(1), new Uint8Array(BLOB_BYTES + 1)]],
      ['putDraft', ['../a', some]], ['putDraft', ['con', some]],
      ['backup', ['']], ['backup', [{}]], ['saveFile', ['', some]], ['saveFile', ['a', 'text']],
      ['stageFile', ['../x', 0, some]], ['stageFile', [idOf(1), -1, some]], ['stageFile', [idOf(1), 0, new Uint8Array(READ_BYTES + 1)]],
      ['putInbox', [idOf(1), 'a', 'A'.repeat(64)]], ['putInbox', [idOf(1), 'a', '']], ['putInbox', ['', 'a', 'a'.repeat(64)]],
      ['readInbox', [idOf(1), 0, READ_BYTES + 1]], ['readInbox', ['..', 0, 1]], ['removeInbox', ['../journal']],
      ['moveInbox', [idOf(1), '../journal', '']], ['moveInbox', [idOf(1), 'aside', 'Why!']], ['moveInbox', [idOf(1), 'constructor', '']],
      ['writeOut', [idOf(1), 7, 'a', 'a'.repeat(64)]], ['writeOut', [idOf(1), '', '', 'a'.repeat(64)]],
      ['listFolder', ['']], ['readFolderFile', ['/x', '', 0, 1]],
    ] // prettier-ignore
    for (const [method, params] of bad)
      expect([method, parseRequest(method, params)]).toEqual([method, { ok: false, error: 'bad-request' }])
  })

  test('a marker', () => {
    expect(parseMarker(JSON.parse(JSON.stringify(markerOf(4))))).toEqual(markerOf(4))
    for (const value of [
      null,
      [],
      'x',
      {},
      { ...markerOf(4), segments: [{}] },
      { ...markerOf(4), heads: { a: { n: -1, id: 'x' } } },
    ]) {
      expect(parseMarker(value)).toBeNull()
    }
  })
})

describe('dispatch', () => {
  test('calls the host, and answers refusals and bugs', async () => {
    const folder = join(await tempFolder(), 's')
    const host = must(
      await openStationFolder({
        fs: nodeFileSystem,
        folder,
        edition: 'browser',
        demo: false,
        exportFolder: folder,
        now: Date.now,
      }),
    )
    const bugs: unknown[] = []
    const ask = (method: string, params: readonly unknown[]) =>
      dispatch(browserDesk(host), { id: 5, method, params }, (bug) => bugs.push(bug))
    expect(await ask('beginSegment', [idOf(1)])).toEqual({
      id: 5,
      ok: true,
      value: { id: idOf(1), ordinal: 1, bytes: 32 },
    })
    expect(await ask('append', [idOf(1), 40, some])).toEqual({ id: 5, ok: false, error: 'moved' })
    expect(await ask('append', [idOf(1), '40', some])).toEqual({ id: 5, ok: false, error: 'bad-request' })
    expect(await ask('close', [])).toEqual({ id: 5, ok: false, error: 'bad-request' })
    // Asked in order and without waiting, appends arrive in order.
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => ask('append', [idOf(1), 32 + i * 10, some])))
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual(
      Array.from({ length: 20 }, (_, i) => 42 + i * 10),
    )
    expect(bugs).toEqual([])
    const broken = { ...browserDesk(host), state: () => Promise.reject(new BugError('planted')) }
    expect(await dispatch(broken, { id: 6, method: 'state', params: [] }, (bug) => bugs.push(bug))).toEqual({
      id: 6,
      ok: false,
      error: 'io-failed',
    })
    expect(bugs).toEqual([new BugError('planted')])
    await host.close()
  })
})
