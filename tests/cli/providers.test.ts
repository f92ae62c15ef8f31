/** `linwu providers`: in from a workbook, out as HSDS and .xlsx, in again without a change; a file with mistakes changes nothing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeXlsx, type SheetToWrite } from '#core/sheet/write-sheet.ts'
import { linwu, LONG, newStation } from './program.ts'

const sheet = (name: string, head: readonly string[], ...rows: readonly (readonly string[])[]): SheetToWrite => ({
  name,
  columns: head.map((title) => ({ title, kind: 'text' })),
  rows,
})
const UNITS = sheet(
  '单位',
  ['名称', '类别', '服务类型', '电话'],
  ['暖邻队', '社区社会组织', '公益服务型', '10000000001'],
)
const services = (category: string) =>
  sheet('服务', ['单位', '服务', '服务类型', '分类'], ['暖邻队', '代买', '公益服务型', category])
const hours = (closes: string) =>
  sheet(
    '时间',
    ['单位', '服务或地点', '种类', '星期', '开门', '关门'],
    ['暖邻队', '代买', '每周', '周一', '9:00', closes],
  )

it(
  'a directory goes in from a workbook, out as HSDS and .xlsx, and in again without a change',
  async () => {
    const { folder, dir, key } = await newStation()
    const file = join(folder, '名录.xlsx')
    const providers = (action: string, name: string) =>
      linwu('providers', action, dir, join(folder, name), ...key, '--json')
    writeFileSync(file, writeXlsx([UNITS, services('L160104'), hours('8:00')]))
    const wrong = await providers('import', '名录.xlsx')
    expect(wrong.code).toBe(1)
    expect(wrong.json['problems']).toMatchObject([{ at: '时间 2', code: 'closes-before-opens', words: '09:00-08:00' }])
    writeFileSync(file, writeXlsx([UNITS, services('没有这一类'), hours('11:00')]))
    expect((await providers('import', '名录.xlsx')).json['problems']).toMatchObject([{ at: '服务 2', field: 'categories', code: 'unknown-category' }]) // prettier-ignore
    expect((await providers('export', '空.json')).json).toMatchObject({ providers: 0, services: 0, sites: 0 })

    writeFileSync(file, writeXlsx([UNITS, services('代购代办'), hours('11:00')]))
    expect((await providers('import', '名录.xlsx')).json).toMatchObject({ imported: true, providers: { added: 1 }, services: { added: 1 } }) // prettier-ignore
    for (const name of ['出.json', '出.xlsx']) {
      expect((await providers('export', name)).json).toMatchObject({ providers: 1, services: 1 })
      expect((await providers('import', name)).json).toMatchObject({
        providers: { added: 0, changed: 0, same: 1 },
        services: { added: 0, changed: 0, same: 1 },
      })
    }
    expect(readFileSync(join(folder, '出.json'), 'utf8')).toContain('"byday": "MO"')
  },
  LONG,
)
