import { describe, expect, it } from 'vitest'
import { guessColumns, lackingFields, missingColumns, parseColumnMap, sourceOf } from '#core/intake/column-map.ts'

describe('guessing what the columns are', () => {
  it('knows the headers of message boards', () => {
    expect(
      guessColumns([
        '留言编号',
        '留言用户',
        '留言主题',
        '留言时间',
        '留言详情',
        '反对数',
        '点赞数',
        '答复意见',
        '答复时间',
        '一级分类',
      ]),
    ).toEqual({
      externalId: '留言编号',
      requesterName: '留言用户',
      title: '留言主题',
      raisedAt: '留言时间',
      text: '留言详情',
      answer: '答复意见',
      answeredAt: '答复时间',
      category: '一级分类',
    })
  })

  it('knows the headers of work orders, however they are dressed', () => {
    expect(
      guessColumns([
        '* 工单编号',
        '来电时间',
        '诉求人',
        '联系方式',
        '诉 求 内 容（必填）',
        '事发地点',
        '承办单位',
        '办理结果',
        '办结时间',
      ]),
    ).toEqual({
      externalId: '* 工单编号',
      raisedAt: '来电时间',
      requesterName: '诉求人',
      requesterPhone: '联系方式',
      text: '诉 求 内 容（必填）',
      place: '事发地点',
      answeredBy: '承办单位',
      answer: '办理结果',
      answeredAt: '办结时间',
    })
  })

  it('knows English ones, and joins the two columns that name a matter', () => {
    expect(
      guessColumns([
        'Unique Key',
        'Created Date',
        'Complaint Type',
        'Descriptor',
        'Incident Address',
        'Resolution Description',
        'Closed Date',
      ]),
    ).toMatchObject({
      externalId: 'Unique Key',
      raisedAt: 'Created Date',
      title: ['Complaint Type', 'Descriptor'],
      answer: 'Resolution Description',
    })
  })

  it('takes a longer header by its ending, never one that numbers something else', () => {
    expect(guessColumns(['市民诉求内容', '首次受理时间', '市民编号', '截止时间'])).toEqual({
      text: '市民诉求内容',
      raisedAt: '首次受理时间',
    })
  })

  it('keeps all levels of a topic', () => {
    expect(guessColumns(['一级分类', '二级分类', '三级分类']).category).toEqual(['一级分类', '二级分类', '三级分类'])
  })

  it('invents nothing', () => {
    expect(guessColumns(['点赞数', '', '__proto__', 'toString'])).toEqual({})
  })
})

describe('a mapping file', () => {
  it('is plain JSON', () => {
    const map = { title: ['A', 'B'], raisedAt: 'C', dateFormat: 'MM/DD/YYYY', source: 'hotline' }
    expect(parseColumnMap(`\uFEFF${JSON.stringify(map)}`)).toEqual({ ok: true, value: map })
  })

  it.each([
    ['nothing', '', { code: 'map-not-json' }],
    ['a list', '[]', { code: 'map-not-json' }],
    ['an unknown field', '{"titel":"A"}', { code: 'map-unknown-field', field: 'titel' }],
    ['a field of every object', '{"__proto__":"A"}', { code: 'map-unknown-field', field: '__proto__' }],
    ['a number', '{"title":3}', { code: 'map-wrong-value', field: 'title' }],
    ['an empty name', '{"title":" "}', { code: 'map-wrong-value', field: 'title' }],
    ['an empty list', '{"title":[]}', { code: 'map-wrong-value', field: 'title' }],
    ['two sources', '{"source":["a","b"]}', { code: 'map-wrong-value', field: 'source' }],
  ])('is refused with %s', (_, text, error) => {
    expect(parseColumnMap(text)).toEqual({ ok: false, error })
  })

  it('says which of its columns the file lacks, and what an import cannot do without', () => {
    expect(missingColumns({ title: ['A', 'B'], raisedAt: 'C' }, ['A', 'C'])).toEqual(['B'])
    expect(lackingFields({ externalId: 'A' })).toEqual(['raisedAt', 'title', 'text'])
    expect(lackingFields({ text: 'A', raisedAt: 'B' })).toEqual([])
  })
})

describe('the name of the source', () => {
  it('depends on whose numbers they are, not on the file', () => {
    expect(sourceOf({ externalId: '留言编号' })).toBe('import:messages')
    expect(sourceOf({ externalId: '* 留言编号' })).toBe('import:messages')
    expect(sourceOf({ externalId: '工单编号' })).toBe('import:work-orders')
    expect(sourceOf({ externalId: '台账号' })).toBe('import:台账号')
    expect(sourceOf({ title: '标题' })).toBe('import:rows')
    expect(sourceOf({ externalId: '留言编号', source: ' 区热线 ' })).toBe('import:区热线')
  })
})
