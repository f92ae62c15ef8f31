import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { INTAKE } from '../core/commands/station.ts'
import { CSV, inStation, linwu, LONG, newStation, put, tempFolder } from './program.ts'

/** One line that says what happened, what is safe, and what to do. */
const LINE = /^linwu: [^\n]+ · [^\n]+ · [^\n]+\n$/

describe('a station from init to restore', async () => {
  it('is made, filled, listed, shown, exported, verified, backed up and put back', { timeout: LONG }, async () => {
    const { folder, dir, key, recoveryCode } = await newStation()
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)

    const again = await linwu(
      'init',
      dir,
      '--station-code',
      '110101001001',
      '--short',
      'S0012',
      '--station-name',
      '槐树里',
      ...key,
    )
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.err).toMatch(LINE)

    const file = put(folder, 'requests.csv', CSV)
    const imported = await linwu('import', dir, file, ...key, '--json')
    expect([imported.code, imported.json]).toEqual([0, { rows: 3, imported: 3, blank: 0, repeated: 0, refused: [] }])
    const repeated = await linwu('import', dir, put(folder, 'renamed.csv', CSV), ...key, '--json')
    expect(repeated.json).toEqual({ rows: 3, imported: 0, blank: 0, repeated: 3, refused: [] })

    const all = await linwu('list', dir, ...key, '--json')
    expect(all.json.total).toBe(3)
    expect(all.json.cases.map((row) => row.title)).toEqual(['电梯停运', '下水道堵了', '路灯不亮'])
    for (const [search, title] of [
      ['楼前的灯', '路灯不亮'],
      ['wsl', '路灯不亮'],
      ['wangsulan', '路灯不亮'],
      ['xsd', '下水道堵了'],
      ['𠮷', '电梯停运'],
      ['10000000002', '下水道堵了'],
    ] as const) {
      const found = await linwu('list', dir, '--search', search, ...key, '--json')
      expect([search, found.json.cases.map((row) => row.title)]).toEqual([search, [title]])
    }
    expect(
      (await linwu('list', dir, '--status', 'received', '--type', 'undecided', '--limit', '2', ...key, '--json')).json,
    ).toMatchObject({ total: 3, cases: [{}, {}] })
    expect((await linwu('list', dir, '--status', 'closed', ...key, '--json')).json).toEqual({ total: 0, cases: [] })

    const shown = await linwu('show', dir, 's0012-a-2026-00002', '--events', ...key, '--json')
    expect(shown.json).toMatchObject({
      number: 'S0012-A-2026-00002',
      status: 'received',
      serviceType: null,
      acts: [],
      fields: { title: '下水道堵了', text: '厨房反水，\n很急', externalId: '2' },
    })
    expect(shown.json.events.map((event) => [event.header.k, event.header.log.split('/')[1]])).toEqual([
      ['case-imported', 'private'],
      ['case-imported', 'shared'],
    ])
    expect((await linwu('show', dir, shown.json.id, ...key)).out).toContain('厨房反水')

    for (const name of ['list.csv', 'list.xlsx']) {
      const out = join(folder, 'exported', name)
      const exported = await linwu('export', dir, '--out', out, ...key, '--json')
      expect([exported.code, exported.json.cases]).toEqual([0, 3])
      const sheet = readSheet(new Uint8Array(readFileSync(out)), name)
      expect(sheet.ok && sheet.value.rows.length).toBe(4)
      const header = sheet.ok ? sheet.value.rows[0]!.cells : []
      const first = sheet.ok ? sheet.value.rows[1]!.cells : []
      expect([
        first[header.indexOf('标题')],
        first[header.indexOf('诉求人')],
        first[header.indexOf('联系电话')],
      ]).toEqual(['电梯停运', '𠮷田', '10000000003'])
      expect(readdirSync(join(folder, 'exported')).filter((left) => left.includes('tmp'))).toEqual([])
    }

    const verified = await linwu('verify', dir, ...key, '--json')
    expect([verified.code, verified.json]).toEqual([
      0,
      { frames: expect.any(Number), events: expect.any(Number), logs: 3, damaged: [], ok: true },
    ])

    const backups = join(folder, 'backups')
    expect((await linwu('backup', dir, backups, '--json')).code).toBe(0)
    const other = join(folder, 'other')
    expect((await linwu('restore', backups, other, '--json')).json).toMatchObject({ to: other })
    expect((await linwu('list', other, ...key, '--json')).json).toEqual(all.json)
    const onto = await linwu('restore', backups, other)
    expect([onto.code, onto.err]).toEqual([1, expect.stringMatching(LINE)])

    // The restored copy goes on with the same numbers.
    const more = put(folder, 'more.csv', '编号,标题,时间\r\n4,又一件,2026-03-05\r\n')
    expect((await linwu('import', other, more, ...key, '--json')).json.imported).toBe(1)
    expect((await linwu('list', other, '--limit', '1', ...key, '--json')).json.cases[0]?.number).toBe(
      'S0012-A-2026-00004',
    )
  })
})

it('who reported (举报) appears in no list, no page, no raw event and no export', async () => {
  const { folder, dir, key } = await newStation()
  await inStation(dir, key, async ({ keeper }) => {
    const input = { ...INTAKE, requestKind: 'report' as const, requesterName: '李二乙', requesterPhone: '10000009999' }
    expect((await keeper.run({ name: 'receive-case', input })).ok).toBe(true)
  })
  const out = join(folder, 'all.csv')
  const said = [
    await linwu('list', dir, ...key, '--json'),
    await linwu('list', dir, ...key),
    await linwu('show', dir, 'S0012-A-2026-00001', '--events', ...key, '--json'),
    await linwu('show', dir, 'S0012-A-2026-00001', ...key),
    await linwu('export', dir, '--out', out, ...key, '--json'),
  ]
  for (const ran of said) expect([ran.code, ran.out]).toEqual([0, expect.not.stringMatching(/李二乙|10000009999/)])
  expect(readFileSync(out, 'utf8')).not.toMatch(/李二乙|10000009999/)
  expect((await linwu('list', dir, '--search', 'leyi', ...key, '--json')).json.total).toBe(0)
  expect((await linwu('list', dir, '--search', '李二乙', ...key, '--json')).json.total).toBe(0)
})

describe('what cannot be done', () => {
  it('is said in one line on standard error, with its exit code, and changes nothing', { timeout: LONG }, async () => {
    const { folder, dir, key } = await newStation()
    const [, password] = key as [string, string]
    const wrong = put(folder, 'wrong', 'not it\n')
    const empty = put(folder, 'empty', '\n')
    const text = put(folder, 'text.pdf', '%PDF-1.4')
    const nameless = put(folder, 'nameless.csv', 'a,b\r\n1,2\r\n')
    const badMap = put(folder, 'map.json', '{"titel":"A"}')
    const otherMap = put(folder, 'map2.json', '{"title":"没有这列","raisedAt":"时间"}')
    const csv = put(folder, 'requests.csv', CSV)
    const before = readdirSync(join(dir, 'journal')).map((name) =>
      readFileSync(join(dir, 'journal', name)).toString('hex'),
    )

    const cases: [code: number, says: RegExp, ...words: string[]][] = [
      [2, /没有“nothing”/, 'nothing'],
      [2, /还缺 DIR/, 'list'],
      [2, /--password-file/, 'list', dir],
      [2, /--bogus/, 'list', dir, '--bogus'],
      [2, /extra/, 'list', dir, 'extra', ...key],
      [2, /received, dispatched/, 'list', dir, '--status', 'open', ...key],
      [2, /undecided/, 'list', dir, '--type', 'other', ...key],
      [2, /limit/, 'list', dir, '--limit', '0', ...key],
      [2, /--out/, 'export', dir, ...key],
      [2, /FILE\.xlsx/, 'export', dir, '--out', join(folder, 'x.pdf'), ...key],
      [2, /--short/, 'init', join(folder, 'new'), '--station-code', '110101001001', '--station-name', 'x', ...key],
      [
        1,
        /--station-code, --short/,
        'init',
        join(folder, 'new'),
        '--station-code',
        '12',
        '--short',
        's',
        '--station-name',
        'x',
        ...key,
      ],
      [1, /密码不对/, 'list', dir, '--password-file', wrong],
      [1, /是空的/, 'list', dir, '--password-file', empty],
      [1, /读不到密码文件/, 'list', dir, '--password-file', join(folder, 'none')],
      [1, /没有站点/, 'list', folder, ...key],
      [1, /没有站点/, 'list', password, ...key],
      [1, /没有站点/, 'backup', folder, join(folder, 'b')],
      [1, /没有备份/, 'restore', folder, join(folder, 'c')],
      [1, /没有编号/, 'show', dir, 'S0012-A-2026-09999', ...key],
      [1, /找不到文件/, 'import', dir, join(folder, 'none.csv'), ...key],
      [1, /不是表格/, 'import', dir, text, ...key],
      [1, /认不出/, 'import', dir, nameless, ...key],
      [1, /titel/, 'import', dir, csv, '--map', badMap, ...key],
      [1, /没有这列/, 'import', dir, csv, '--map', otherMap, ...key],
    ]
    for (const [code, says, ...words] of cases) {
      const ran = await linwu(...words)
      expect([words.join(' '), ran.code, ran.out]).toEqual([words.join(' '), code, ''])
      expect(ran.err).toMatch(LINE)
      expect(ran.err).toMatch(says)
    }
    expect(existsSync(join(folder, 'new'))).toBe(false)
    expect(
      readdirSync(join(dir, 'journal')).map((name) => readFileSync(join(dir, 'journal', name)).toString('hex')),
    ).toEqual(before)
  })

  it('is said in English on request', async () => {
    const ran = await linwu('list', tempFolder(), '--password-file', 'x', '--lang', 'en')
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('was not opened')])
  })

  it('help lists every command and is no failure', async () => {
    const help = await linwu('help')
    expect(help.code).toBe(0)
    for (const name of ['init', 'import', 'list', 'show', 'export', 'verify', 'backup', 'restore'])
      expect(help.out).toContain(`linwu ${name} `)
    expect((await linwu('help', '--lang', 'en')).out).toContain('Exit: 0 done')
    expect((await linwu()).code).toBe(2)
    expect((await linwu('list', '--help')).code).toBe(0)
  })

  it('a station whose keys file is gone is not taken for no station, nor overwritten', async () => {
    const folder = tempFolder()
    const dir = join(folder, 'station')
    mkdirSync(join(dir, 'journal'), { recursive: true })
    writeFileSync(join(dir, 'journal', `000001-${'a'.repeat(32)}.seg`), 'x')
    const key = ['--password-file', put(folder, 'password', 'x')]
    expect((await linwu('list', dir, ...key)).err).toContain('钥匙文件不见了')
    const init = await linwu(
      'init',
      dir,
      '--station-code',
      '110101001001',
      '--short',
      'S0012',
      '--station-name',
      'x',
      ...key,
    )
    expect([init.code, init.err]).toEqual([1, expect.stringContaining('已经有一个站点')])
  })
})
