/** The shape of both languages is held by the compiler; what stands inside the sentences is not. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDER = new URL('../../../src-renderer/text/', import.meta.url)

type Words = { readonly [key: string]: string | Words }

function sentences(words: Words, path = ''): [path: string, sentence: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}.${key}`, value] as [string, string]] : sentences(value, `${path}.${key}`),
  )
}

const load = async (language: string, file: string): Promise<[string, string][]> =>
  sentences((await import(new URL(`${language}/${file}`, FOLDER).href)) as Words)

const blanks = (sentence: string): string[] => [...new Set(sentence.match(/\{\{\w+\}\}/g))].toSorted()

const files = readdirSync(new URL('zh-CN/', FOLDER))

test('there are files to compare', () => {
  expect(files.length).toBeGreaterThan(8)
  expect(readdirSync(new URL('en/', FOLDER))).toEqual(files)
})

test.each(files)('%s: both languages fill in the same blanks, and no sentence is empty', async (file) => {
  const chinese = await load('zh-CN', file)
  const english = new Map(await load('en', file))
  expect(chinese.filter(([path, sentence]) => sentence === '' || english.get(path) === '')).toEqual([])
  const differing = chinese.filter(
    ([path, sentence]) => blanks(sentence).join() !== blanks(english.get(path) ?? '').join(),
  )
  expect(differing).toEqual([])
})
