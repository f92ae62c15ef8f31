import { expect, test } from 'vitest'
import { momentWords } from '#app/ui/moment-words.ts'

const t = ((key: string, { time = '' } = {}) => `${key.replace('moment.', '')} ${time}`) as never
const words = momentWords(t, '2026-04-15T09:00:00+08:00')

test.each([
  ['2026-04-15T10:30:00+08:00', 'today 10:30'],
  ['2026-04-16T08:00:00+08:00', 'tomorrow 08:00'],
  ['2026-04-20T08:00:00+08:00', '04-20 08:00'],
  ['2027-01-04T08:00:00+08:00', '2027-01-04 08:00'],
])('%s with its time: %s', (moment, said) => expect(words.timed(moment)).toBe(said))
