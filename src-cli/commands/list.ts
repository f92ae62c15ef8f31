/** The cases of a station, newest first. */
import { SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import { ok } from '#core/lib/result.ts'
import { codeWords, statusWords } from '#core/reports/code-words.ts'
import { misused, type Command } from '../command.ts'
import { withStation } from '../open-station.ts'
import { FILTER_OPTIONS, findCases, readFilter } from './find-cases.ts'

const USAGE = 'list DIR [--status S] [--type T] [--search WORDS] [--limit N] --password-file F [--json]'

export const list: Command = {
  usage: USAGE,
  about: {
    'zh-CN': `列出诉求。S：${STATUSES.join(' ')}；T：${SERVICE_TYPES.join(' ')} undecided；可按汉字、拼音、首字母找。`,
    en: `Lists cases. S: ${STATUSES.join(' ')}; T: ${SERVICE_TYPES.join(' ')} undecided; search by characters, pinyin or initials.`,
  },
  places: ['DIR'],
  options: { ...FILTER_OPTIONS, limit: 'value', 'password-file': 'value' },
  async run(given) {
    const filter = readFilter(given)
    if (!filter.ok) return filter
    const limit = given.option('limit')
    if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit))
      return misused({ code: 'wrong-value', words: { word: 'limit', value: limit, allowed: '1, 2, 3 …' } })
    return withStation(given, USAGE, async ({ book }) => {
      const found = findCases(book, filter.value)
      const shown = found.slice(0, limit === undefined ? found.length : Number(limit))
      const words = codeWords(given.language)
      const cases = shown.map(({ summary: { provider: _id, ...summary }, provider }) => ({
        ...summary,
        provider,
      }))
      const lines = shown.map(({ summary: { number, receivedAt, status, serviceType, title, requester } }) =>
        [
          number,
          receivedAt.slice(0, 10),
          statusWords(words, status, serviceType),
          words.serviceType[serviceType ?? 'undecided'],
          requester,
          title,
        ].join('  '),
      )
      const sum = given.language === 'en' ? `${found.length} cases` : `共 ${found.length} 件`
      return ok({ json: { total: found.length, cases }, lines: [...lines, sum] })
    })
  },
}
