import { expect, test } from 'vitest'
import type { Book } from '#core/book/book.ts'
import { namesAnywhere, namesInText } from '#core/book/names-in-text.ts'
import { INTAKE, newStation } from '../commands/station.ts'

function anywhere(book: Book, text: string): readonly string[] {
  const steps = namesAnywhere(book, text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

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

test('words about no case: whoever is known here, what is open to all is not, nor what is only perhaps a name', async () => {
  const station = newStation()
  await station.done({ name: 'save-person', input: { name: '李桂英', phone: '13800001111', placeWords: '', marks: [], note: '' } }) // prettier-ignore
  await station.done({ name: 'receive-case', input: { ...INTAKE, requesterName: '王素兰', requesterPhone: '138 0000 2764' } }) // prettier-ignore
  await station.done({ name: 'save-person', input: { name: '高远', phone: '', placeWords: '', marks: [], note: '' } })
  const found = (text: string) => anywhere(station.book, text).toSorted()
  expect(found('每周三王素兰在，电话13800001111')).toEqual(['13800001111', '王素兰'])
  expect(found('志向高远的老人优先')).toEqual([])
  expect(found('高远阿姨值班')).toEqual(['高远'])
  expect(found('每周三上午，自带身份证')).toEqual([])
  // Written since: asked anew.
  await station.done({ name: 'save-person', input: { name: '赵大海', phone: '', placeWords: '', marks: [], note: '' } })
  expect(found('找赵大海')).toEqual(['赵大海'])
})
