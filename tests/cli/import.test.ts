import { describe, expect, it } from 'vitest'
import { realBytes, realFile } from '../real-data.ts'
import { linwu, LONG, newStation, put } from './program.ts'

describe('a file', () => {
  it('with a wrong date in one row: that row is refused by number and reason, the rest is in', async () => {
    const { folder, dir, key } = await newStation()
    const rows = [
      '编号,标题,时间',
      '1,甲,2026-03-01',
      '2,乙,2026-02-30',
      '3,丙,2099-01-01',
      '4,丁,2026-03-02',
      '1,甲,2026-03-01',
      ',,',
      '5,,2026-03-03',
    ]
    const ran = await linwu('import', dir, put(folder, 'a.csv', rows.join('\r\n')), ...key, '--json')
    expect(ran.code).toBe(0)
    expect(ran.json).toMatchObject({ imported: 2, repeated: 1 })
    expect(ran.json.refused).toEqual([
      { row: 3, reason: 'date-impossible' },
      { row: 4, reason: 'in-the-future' },
      { row: 8, reason: 'nothing-said' },
    ])
    const said = await linwu('import', dir, put(folder, 'b.csv', rows.join('\r\n')), ...key)
    expect(said.out).toContain('第 3 行: 时间写得不对')
  })

  it('in GB18030, as older systems write it', async () => {
    const { folder, dir, key } = await newStation()
    // 编号,标题,时间 / 1,路灯,2026-03-01
    const bytes = Buffer.from('b1e0bac52cb1eacce22ccab1bce40d0a312cc2b7b5c62c323032362d30332d30310d0a', 'hex')
    expect((await linwu('import', dir, put(folder, 'gb.csv', bytes), ...key, '--json')).json.imported).toBe(1)
    expect((await linwu('list', dir, '--search', 'ludeng', ...key, '--json')).json.cases).toMatchObject([
      { title: '路灯' },
    ])
  })

  it('with a BOM and a mapping file', async () => {
    const { folder, dir, key } = await newStation()
    const map = put(
      folder,
      'map.json',
      '{"externalId":"K","title":["A","B"],"raisedAt":"When","dateFormat":"DD/MM/YYYY","source":"hotline"}',
    )
    const file = put(folder, 'm.csv', '\uFEFFK,A,B,When\n7,灯,坏,03/02/2026\n')
    expect((await linwu('import', dir, file, '--map', map, ...key, '--json')).json.imported).toBe(1)
    const [first] = (await linwu('list', dir, ...key, '--json')).json.cases
    expect([first?.title, first?.receivedAt]).toEqual(['灯 · 坏', '2026-02-03T00:00:00+08:00'])
    // The same number of another system is another request.
    const other = put(
      folder,
      'map2.json',
      '{"externalId":"K","title":"A","raisedAt":"When","dateFormat":"DD/MM/YYYY","source":"office"}',
    )
    expect((await linwu('import', dir, file, '--map', other, ...key, '--json')).json.imported).toBe(1)
  })
})

describe('real files', () => {
  it('come in once, and a second time add nothing', { timeout: LONG }, async (context) => {
    realBytes(context, 'requests-4326.xlsx')
    const { folder, dir, key } = await newStation()
    const run = async (name: string, ...more: string[]) =>
      (await linwu('import', dir, realFile(name), ...more, ...key, '--json')).json
    expect(await run('requests-4326.xlsx')).toEqual({
      rows: 4_326,
      imported: 4_326,
      blank: 0,
      repeated: 0,
      refused: [],
    })
    expect(await run('requests-4326.xlsx')).toEqual({
      rows: 4_326,
      imported: 0,
      blank: 0,
      repeated: 4_326,
      refused: [],
    })
    expect(await run('requests-495-in-65202-rows.xlsx')).toEqual({
      rows: 65_202,
      imported: 494,
      blank: 64_707,
      repeated: 1,
      refused: [],
    })
    expect(await run('requests-with-replies-120.xlsx')).toEqual({
      rows: 120,
      imported: 120,
      blank: 0,
      repeated: 0,
      refused: [],
    })
    const map = {
      externalId: 'Unique Key', title: ['Complaint Type', 'Descriptor'], text: 'Location Type', raisedAt: 'Created Date', place: ['Incident Address', 'Borough'],
      answer: 'Resolution Description', answeredAt: ['Closed Date', 'Resolution Action Updated Date'], answeredBy: 'Agency Name',
      dateFormat: 'MM/DD/YYYY hh:mm:ss A', source: 'nyc311',
    } // prettier-ignore
    const mapFile = put(folder, 'map.json', JSON.stringify(map))
    expect(await run('nyc311-924.csv', '--map', mapFile)).toEqual({
      rows: 924,
      imported: 924,
      blank: 0,
      repeated: 0,
      refused: [],
    })

    const answered = (await linwu('list', dir, '--status', 'answered', ...key, '--json')).json
    expect(answered.total).toBe(120 + 485)
    const verified = (await linwu('verify', dir, ...key, '--json')).json
    expect([verified.ok, verified.damaged]).toEqual([true, []])
  })
})
