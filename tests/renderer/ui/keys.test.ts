import { expect, test } from 'vitest'
import { nameOfKey } from '#app/ui/keys.ts'

const key = (name: string, held: readonly ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[] = []) => ({
  key: name,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  altKey: held.includes('altKey'),
  shiftKey: held.includes('shiftKey'),
})

test.each([
  [key('n'), 'N'],
  [key('N', ['shiftKey']), 'N'], // caps lock or shift: the same letter
  [key('?', ['shiftKey']), '?'], // shift only makes the sign
  [key('n', ['ctrlKey']), 'Ctrl+N'],
  [key('k', ['metaKey']), 'Ctrl+K'],
  [key('n', ['altKey']), 'Alt+N'],
  [key('Enter', ['ctrlKey', 'shiftKey']), 'Ctrl+Shift+Enter'],
  [key('Tab', ['shiftKey']), 'Shift+Tab'],
  [key('ArrowDown'), 'ArrowDown'],
])('%o is %s', (event, name) => {
  expect(nameOfKey(event)).toBe(name)
})
