import { expect, test } from 'vitest'
import { namesInText } from '#core/book/names-in-text.ts'
import { INTAKE, newStation } from '../commands/station.ts'

test('words that leave are looked through for the case’s own people, and nobody else’s', async () => {
  const station = newStation()
  const person = await station.done({ name: 'save-person', input: { name: '李桂英', phone: '13800001111', placeWords: '', marks: [], note: '' } }) // prettier-ignore
  const id = await station.done({ name: 'receive-case', input: { ...INTAKE, requesterName: '王素兰', requesterPhone: '138 0000 2764', forPerson: person } as never }) // prettier-ignore
  const other = await station.done({ name: 'receive-case', input: { ...INTAKE, requesterName: '赵大海' } })
  const found = (text: string, about = id) => namesInText(station.book, about, text)
  expect(found('请给王素兰回电 13800002764').toSorted()).toEqual(['13800002764', '王素兰'])
  expect(found('李桂英的药')).toEqual(['李桂英'])
  expect(found('请三日内答复居民')).toEqual([])
  expect(found('赵大海来过')).toEqual([])
  expect(found('赵大海来过', other)).toEqual(['赵大海'])
  expect(found('王素兰', 'case:none')).toEqual([])
})
