import { describe, expect, it } from 'vitest'
import { categories as english } from '#app/text/en/categories.ts'
import { categories as chinese } from '#app/text/zh-CN/categories.ts'
import type { Asked, Reading } from '#core/case-file/decision.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { PRESET_IDS } from '#core/case-file/time-limit.ts'
import { BUILT_IN_LEAVES } from '#core/category/catalogue-leaves.ts'
import { CATEGORY_CODE, DUTIES, PROVISION_WAYS } from '#core/category/category.ts'
import { categoryName, currentCatalogue, versionsOf, type CategoryChange } from '#core/category/current-catalogue.ts'
import { chainTrouble } from '#core/category/fallback-chain.ts'
import { leafFields, type LeafFields } from '#core/category/fields.ts'
import { EN_CATEGORY, ZH_CATEGORY } from '#core/category/words.ts'
import { DEMO_REQUESTS } from '#core/demo/demo-requests.ts'
import { catalogueSheet, planCatalogue } from '#core/settings/category-sheet.ts'
import { importCategories, leafTrouble, saveCategory } from '#core/settings/save-category.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import type { Cell } from '#core/sheet/sheet.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'

const TODAY = '2026-11-22'
const now = currentCatalogue([], TODAY)
const manhole = leafFields(now.leaf('L010202')!)

/** The records as a decision reads them; what it writes is put in. */
function station() {
  const records = new Map<string, Record<string, unknown>>()
  let n = 0
  const reading = {
    ids: (type: string) => new Set([...records.keys()].filter((id) => id.startsWith(`${type}:`))),
    read: (id: string) => records.get(id) ?? null,
  } as unknown as Reading
  const asked = (at: string): Asked => ({ now: at, user: 'user:1', newId: (type) => `${type}:${++n}` })
  const changes = (): CategoryChange[] => [...records].map(([id, fields]) => ({ ...(fields as CategoryChange), id }))
  return {
    changes,
    save(leaf: LeafFields, at = `${TODAY}T09:00:00+08:00`) {
      const decision = saveCategory(reading, leaf, asked(at))
      if (decision.ok) for (const { entity, fields } of decision.value) records.set(entity, fields)
      return decision
    },
    importAll(leaves: LeafFields[]) {
      const decision = importCategories(reading, { leaves }, asked(`${TODAY}T10:00:00+08:00`))
      if (decision.ok) for (const { entity, fields } of decision.value) records.set(entity, fields)
      return decision
    },
  }
}

describe('each catalogue item is 主责 / 协助 / 清单外 for the station (DOMAIN §4.5)', () => {
  it('173 leaves in three levels, every field of every leaf out of its closed list, in both languages', () => {
    expect(BUILT_IN_LEAVES).toHaveLength(173)
    expect(new Set(BUILT_IN_LEAVES.map(({ code }) => code)).size).toBe(173)
    for (const leaf of BUILT_IN_LEAVES) {
      expect(leaf.code).toMatch(CATEGORY_CODE)
      expect(Number(leaf.code.slice(5))).toBeLessThan(80)
      for (const names of [leaf.level1, leaf.level2, leaf.name]) {
        expect(names.zh).toMatch(/\p{Script=Han}/u)
        expect(names.en).toMatch(/^[A-Z]/)
      }
      expect(SERVICE_TYPES).toContain(leaf.serviceType)
      expect(DUTIES).toContain(leaf.duty)
      expect(PROVISION_WAYS).toContain(leaf.way)
      expect(PRESET_IDS).toContain(leaf.limit)
      expect(chainTrouble(leaf.chain, leaf.serviceType)).toBeNull()
      expect(leaf.words).not.toBe('')
      expect(leaf.basis).not.toBe('')
      expect(leaf.inForce).toBe('2026-01-01')
    }
  })

  it('screens and tables say the same words', () => {
    expect(chinese).toMatchObject(ZH_CATEGORY)
    expect(english).toMatchObject(EN_CATEGORY)
  })

  it('the demonstration’s requests are of leaves that exist', () => {
    expect(DEMO_REQUESTS.filter(({ category }) => !now.leaf(category))).toEqual([])
  })

  it('danger goes by hours: no leaf of danger is left to the market alone', () => {
    const alone = BUILT_IN_LEAVES.filter(({ limit, chain }) => limit === 'danger' && chain.join() === 'market')
    expect(alone).toEqual([])
  })
})

describe('changes of the station: versions kept, from a day on', () => {
  it('holds from its date; before it the old one; all versions stay, the newest first, with who changed them', () => {
    const one = station()
    expect(one.save({ ...manhole, duty: 'main', author: '本站', inForce: '2026-12-01' }).ok).toBe(true)
    expect(currentCatalogue(one.changes(), '2026-11-30').leaf('L010202')!.duty).toBe('assist')
    expect(currentCatalogue(one.changes(), '2026-12-01').leaf('L010202')!.duty).toBe('main')
    expect(versionsOf(one.changes(), 'L010202').map(({ leaf, by }) => [leaf.duty, leaf.inForce, by])).toEqual([
      ['main', '2026-12-01', 'user:1'],
      ['assist', '2026-01-01', null],
    ])
  })

  it('a case decided before is named as it was on that day; words of older records stay words', () => {
    const one = station()
    one.save({ ...manhole, nameZh: '井盖', inForce: TODAY })
    expect(categoryName(currentCatalogue(one.changes(), '2026-11-21'), 'L010202', 'zh')).toBe('井盖与路面塌陷')
    expect(categoryName(currentCatalogue(one.changes(), TODAY), 'L010202', 'zh')).toBe('井盖')
    expect(categoryName(now, '市政设施', 'zh')).toBe('市政设施')
  })

  it('two changes for one day: the one written later counts, whatever the order of arrival', () => {
    const one = station()
    one.save({ ...manhole, nameZh: '甲', inForce: TODAY }, `${TODAY}T09:00:00+08:00`)
    one.save({ ...manhole, nameZh: '乙', inForce: TODAY }, `${TODAY}T09:30:00+08:00`)
    for (const changes of [one.changes(), one.changes().toReversed()])
      expect(currentCatalogue(changes, TODAY).leaf('L010202')!.name.zh).toBe('乙')
  })

  it('nothing changed is nothing saved; a retired leaf keeps its code', () => {
    const one = station()
    expect(one.save(manhole)).toMatchObject({ ok: false, error: { code: 'nothing-changed' } })
    one.save({ ...manhole, retired: true, inForce: TODAY })
    expect(currentCatalogue(one.changes(), TODAY).leaf('L010202')!.retired).toBe(true)
  })

  it.each([
    [
      'a fallback that goes in a circle',
      { chain: ['administrative', 'welfare', 'administrative'] },
      'chain',
      'chain-circle',
    ],
    ['a fallback that begins elsewhere', { chain: ['market', 'welfare'] }, 'chain', 'chain-start'],
    ['an unknown preset', { limit: 'soon' }, 'limit', 'unknown-limit'],
    ['an unknown group', { code: 'L990180' }, 'code', 'unknown-group'],
    ['a number that is not the station’s', { code: 'L010277' }, 'code', 'code-reserved'],
  ] as const)('refused beside its field: %s', (_, change, field, trouble) => {
    const leaf = { ...manhole, ...change } as LeafFields
    expect(leafTrouble(leaf, now.leaf(leaf.code) !== undefined)).toEqual({ field, trouble })
    expect(station().save(leaf)).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [field] } })
  })

  it('a date that does not exist, a type that does not exist', () => {
    expect(station().save({ ...manhole, inForce: '2026-02-30' })).toMatchObject({ error: { fields: ['inForce'] } })
    expect(station().save({ ...manhole, serviceType: 'free' as never })).toMatchObject({ ok: false })
  })

  it('an import is in or not at all', () => {
    const one = station()
    const good = { ...manhole, nameZh: '井盖', inForce: TODAY }
    const bad = { ...leafFields(now.leaf('L020302')!), limit: 'soon' }
    expect(one.importAll([good, bad])).toMatchObject({ ok: false, error: { fields: ['leaves.1.limit'] } })
    expect(one.changes()).toEqual([])
    expect(one.importAll([good])).toMatchObject({ ok: true })
    expect(one.importAll([good])).toMatchObject({ ok: false, error: { code: 'nothing-changed' } })
  })
})

describe('the catalogue as a table', () => {
  it.each(['zh', 'en'] as const)('written and read again in %s: nothing to change', (language) => {
    const bytes = writeXlsx([catalogueSheet(now.leaves, language)])
    const sheet = readSheet(bytes, '分类.xlsx')
    if (!sheet.ok) throw new Error(sheet.error)
    expect(planCatalogue(sheet.value, now, TODAY)).toEqual({ leaves: [], same: 173, problems: [] })
  })

  const plan = (...rows: readonly (readonly Cell[])[]) =>
    planCatalogue(
      {
        rows: [['编码', '名称', '服务类型', '兜底顺序', '时限预设', '生效日期'], ...rows].map((cells, i) => ({
          row: i + 1,
          cells,
        })),
        problems: [],
      } as never,
      now,
      TODAY,
    )!

  it('a changed row holds from today when its date was left as it was; a new one gets what is usual', () => {
    const { leaves, problems } = plan(
      ['L010202', '井盖', '', '', '', '2026-01-01'],
      ['L010280', '护栏', '行政', '', '', ''],
    )
    expect(problems).toEqual([])
    expect(leaves.map(({ code, nameZh, inForce, author }) => [code, nameZh, inForce, author])).toEqual([
      ['L010202', '井盖', TODAY, 'Linwu 邻务'],
      ['L010280', '护栏', TODAY, '本站'],
    ])
  })

  it.each([
    [['L010202', '井盖', '行政', '行政→公益→行政', '', ''], 'chain', 'chain-circle'],
    [['L010202', '井盖', '行政', '行政→邻居', '', ''], 'chain', 'unknown-chain'],
    [['L010202', '井盖', '免费', '', '', ''], 'serviceType', 'unknown-type'],
    [['L010202', '井盖', '', '', 'soon', ''], 'limit', 'unknown-limit'],
    [['L010202', '井盖', '', '', '', '2026-02-30'], 'inForce', 'date-wrong'],
    [['井盖', '井盖', '', '', '', ''], 'code', 'code-wrong'],
    [['L010280', '', '', '', '', ''], 'nameZh', 'name-missing'],
    [['L010277', '护栏', '', '', '', ''], 'code', 'code-reserved'],
  ] as const)('beside its row: %j', (row, column, problem) => {
    const { leaves, problems } = plan(row)
    expect(problems).toContainEqual({ row: 2, column, problem })
    expect(leaves).toEqual([])
  })

  it('a code that stands twice is named', () => {
    const { problems } = plan(['L010202', '井盖', '', '', '', ''], ['L010202', '盖', '', '', '', ''])
    expect(problems).toEqual([{ row: 3, column: 'code', problem: 'code-twice' }])
  })

  it('a table without code and name is no catalogue', () => {
    expect(planCatalogue({ rows: [{ row: 1, cells: ['a', 'b'] }], problems: [] } as never, now, TODAY)).toBeNull()
  })
})
