/** The inbox: whole files or none, in one box at a time, whenever the power goes. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { INBOX_BOXES, type HostCode, type InboxFile } from '#core/host/host.ts'
import { concat } from '#core/lib/bytes.ts'
import { err, type Result } from '#core/lib/result.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { bytesOf, cutEverywhere, FOLDER, idOf, must, openOn, same, type Scenario } from './crash-trials.ts'
import { faultFileSystem } from './fault-file-system.ts'
import { tempFolder } from './temp-folder.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
let transfers = 0

async function put(
  host: StationFolder,
  name: string,
  bytes: Uint8Array,
  piece = 7,
): Promise<Result<InboxFile, HostCode>> {
  const transfer = idOf(++transfers)
  must(await host.stageFile(transfer, 0, bytes.subarray(0, piece)))
  for (let at = piece; at < bytes.length; at += piece)
    must(await host.stageFile(transfer, at, bytes.subarray(at, at + piece)))
  return host.putInbox(transfer, name, sha256(bytes))
}

async function read(host: StationFolder, id: string, bytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes; at += 5) parts.push(must(await host.readInbox(id, at, 5)))
  return concat(parts)
}

async function realHost(): Promise<{ host: StationFolder; folder: string }> {
  const folder = join(await tempFolder(), 'station')
  const of = { edition: 'command-line', demo: false, exportFolder: join(folder, 'out'), now: Date.now } as const
  return { host: must(await openStationFolder({ fs: nodeFileSystem, folder, ...of })), folder }
}

describe('on the real disk', () => {
  test('a file is kept under its content, moves from box to box with its reason, and goes', async () => {
    const { host, folder } = await realHost()
    const bytes = bytesOf(1, 40)
    const kept = must(await put(host, 'S0012-JD001-20261123-0007.zip.age', bytes))
    expect(kept).toMatchObject({ id: sha256(bytes).slice(0, 32), box: 'new', name: 'S0012-JD001-20261123-0007.zip.age', bytes: 40, why: '' }) // prettier-ignore
    expect(same(await read(host, kept.id, 40), bytes)).toBe(true)

    for (const [box, why] of [
      ['waiting', 'held'],
      ['quarantine', 'unknown-pc'],
      ['aside', 'damaged'],
      ['new', ''],
    ] as const) {
      must(await host.moveInbox(kept.id, box, why))
      const [file, ...more] = must(await host.listInbox())
      expect([file!.box, file!.why, more]).toEqual([box, why, []])
      expect(same(await read(host, kept.id, 40), bytes)).toBe(true)
    }
    must(await host.moveInbox(kept.id, 'aside', 'damaged'))
    must(await host.moveInbox(kept.id, 'aside', 'bad-signature'))
    expect(must(await host.listInbox())[0]).toMatchObject({ box: 'aside', why: 'bad-signature' })
    // What a person finds there: the file under its own name, and why beside it.
    expect((await readdir(join(folder, 'inbox/aside'))).toSorted()).toEqual([`${kept.id}-S0012-JD001-20261123-0007.zip.age`, `${kept.id}.json`]) // prettier-ignore
    expect(JSON.parse(await readFile(join(folder, 'inbox/aside', `${kept.id}.json`), 'utf8'))).toMatchObject({ v: 1, why: 'bad-signature' }) // prettier-ignore

    // Put again it is a new arrival, whatever it was called; never twice.
    must(await put(host, '改了名字.age', bytes))
    expect(must(await host.listInbox()).map((file) => [file.box, file.name])).toEqual([['new', '改了名字.age']])
    must(await host.removeInbox(kept.id))
    must(await host.removeInbox(kept.id))
    expect(must(await host.listInbox())).toEqual([])
    expect(await host.readInbox(kept.id, 0, 1)).toEqual(err('not-found'))
    expect(await host.moveInbox(kept.id, 'aside', '')).toEqual(err('not-found'))
    expect((await readdir(join(folder, 'inbox'), { recursive: true })).toSorted()).toEqual([
      'aside',
      'quarantine',
      'waiting',
    ])
    await host.close()
  })

  test('a name leads nowhere, and a note that is none hides no file', async () => {
    const { host, folder } = await realHost()
    for (const [i, name] of ['../../evil', '/etc/passwd', 'con', 'a\u0000b', 'ä'.repeat(300)].entries()) {
      const { id } = must(await put(host, name, bytesOf(i, 30)))
      must(await host.moveInbox(id, 'aside', 'not-a-bundle'))
      await writeFile(join(folder, 'inbox/aside', `${id}.json`), i % 2 === 0 ? '{"why":7}' : 'no json at all')
    }
    const files = must(await host.listInbox())
    expect(files.map(({ box, why }) => [box, why])).toEqual(Array.from({ length: 5 }, () => ['aside', '']))
    for (const { name } of files) expect(name).not.toMatch(/[/\\\0]/)
    await host.close()
  })

  test('pieces that do not fit together become no file', async () => {
    const { host } = await realHost()
    const [a, b] = [idOf(900), idOf(901)]
    expect(await host.stageFile(a, 5, bytesOf(1, 5))).toEqual(err('moved'))
    must(await host.stageFile(a, 0, bytesOf(1, 5)))
    expect(await host.stageFile(a, 4, bytesOf(1, 5))).toEqual(err('moved'))
    expect(await host.putInbox(a, 'a', sha256(bytesOf(2, 5)))).toEqual(err('check-failed'))
    expect(await host.putInbox(a, 'a', sha256(bytesOf(1, 5)))).toEqual(err('moved'))
    must(await host.stageFile(a, 0, bytesOf(1, 5)))
    must(await host.stageFile(b, 0, bytesOf(1, 5)))
    expect(await host.stageFile(a, 5, bytesOf(1, 5))).toEqual(err('moved'))
    expect(await host.putInbox(a, 'a', sha256(bytesOf(1, 5)))).toEqual(err('moved'))
    expect(must(await host.listInbox())).toEqual([])
    await host.close()
  })

  test('listed oldest first', async () => {
    const { host, folder } = await realHost()
    const names = ['c', 'a', 'b']
    for (const [i, name] of names.entries()) {
      const { id } = must(await put(host, name, bytesOf(i, 20)))
      const { utimes } = await import('node:fs/promises')
      await utimes(join(folder, 'inbox', `${id}-${name}`), 1_000 + i, 1_000 + i)
    }
    expect(must(await host.listInbox()).map((file) => file.name)).toEqual(names)
    await host.close()
  })
})

type Seen = { readonly put: Map<string, Uint8Array>; readonly moved: Map<string, [string, string]>; under: string }

const inbox: Scenario<Seen> = {
  prepare: async (fs) => {
    const host = must(await openOn(fs))
    await host.close()
  },
  seen: () => ({ put: new Map(), moved: new Map(), under: '' }),
  run: async (fs, seen) => {
    const host = must(await openOn(fs))
    for (let n = 1; n <= 2; n++) {
      const bytes = bytesOf(n, 60 + n)
      seen.under = sha256(bytes).slice(0, 32)
      const { id } = must(await put(host, `第${n}个.zip.age`, bytes, 40))
      seen.put.set(id, bytes)
    }
    const [one, two] = [...seen.put.keys()]
    for (const [id, box, why] of [
      [one, 'waiting', 'held'],
      [two, 'aside', 'damaged'],
      [one, 'new', ''],
      [one, 'quarantine', 'unknown-pc'],
    ] as const) {
      // prettier-ignore
      seen.under = id!
      must(await host.moveInbox(id!, box, why))
      seen.moved.set(id!, [box, why])
    }
    seen.moved.delete(two!)
    must(await put(host, '又来一次.zip.age', seen.put.get(two!)!))
    seen.under = one!
    must(await host.removeInbox(one!))
    seen.put.delete(one!)
    await host.close()
  },
  check: async (fs, seen) => {
    const broken: string[] = []
    const host = must(await openOn(fs, { boot: true }))
    const files = must(await host.listInbox())
    for (const [id, bytes] of seen.put) {
      const found = files.filter((file) => file.id === id)
      // The one that was being removed may be gone.
      if (found.length === 0 && id === seen.under && seen.put.size === 2 && seen.moved.get(id)?.[0] === 'quarantine')
        continue
      if (found.length !== 1) broken.push(`${id.slice(-3)} is there ${found.length} times`)
      else if (found[0]!.bytes !== bytes.length) broken.push(`${id.slice(-3)} has ${found[0]!.bytes} bytes`)
      else if (!same(await read(host, id, bytes.length), bytes)) broken.push(`${id.slice(-3)} holds something else`)
      const [box, why] = seen.moved.get(id) ?? ['', '']
      if (box !== '' && id !== seen.under && (found[0]?.box !== box || found[0].why !== why))
        broken.push(`${id.slice(-3)} lies in ${found[0]?.box} because of ${found[0]?.why}`)
    }
    for (const file of files) {
      if (file.box !== 'new' && file.why === '')
        broken.push(`${file.id.slice(-3)} lies in ${file.box} without a reason`)
      if (!seen.put.has(file.id) && file.id !== seen.under) broken.push(`${file.id.slice(-3)} came from nowhere`)
    }
    await host.close()
    for (const box of INBOX_BOXES) {
      const folder = box === 'new' ? `${FOLDER}/inbox` : `${FOLDER}/inbox/${box}`
      if ((await fs.stat(folder)) === null) continue
      for (const { name, kind } of await fs.list(folder))
        if (kind === 'file' && name.startsWith('.')) broken.push(`left in ${box}: ${name}`)
    }
    return broken
  },
}

describe('when the power goes', () => {
  test('at any operation: every acknowledged file is there once and whole, in its box, and nothing half', async () => {
    const { cuts, violations } = await cutEverywhere(inbox, 5)
    expect(violations).toEqual([])
    expect(cuts).toBeGreaterThan(60)
  })

  test('without fsync of the files the trial sees it', async () => {
    const { violations } = await cutEverywhere(inbox, 5, { faults: { ignoreSync: 'fsync' }, untilFirst: true })
    expect(violations.length).toBeGreaterThan(0)
  })

  test('a full disk refuses and leaves no half file', async () => {
    const fs = faultFileSystem()
    const host = must(await openOn(fs))
    fs.plan({ fail: (op) => (op.kind === 'write' ? 'ENOSPC' : null) })
    expect(await put(host, 'a.zip.age', bytesOf(1, 50))).toEqual(err('disk-full'))
    expect(must(await host.listInbox())).toEqual([])
    expect((await fs.list(`${FOLDER}/inbox`)).map((entry) => entry.name)).toEqual([])
    fs.plan({})
    must(await put(host, 'a.zip.age', bytesOf(1, 50)))
    expect(must(await host.listInbox()).length).toBe(1)
    await host.close()
  })
})
