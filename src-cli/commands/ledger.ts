/** 资金台账: what was reserved and paid, of whose money, for which case. Amounts are whole fen in the JSON, yuan on paper. */
import { entitiesOf, providerCards, readEntity, userName, type Book } from '#core/book/book.ts'
import { ledgerIn } from '#core/book/ledger-in.ts'
import { readingOf } from '#core/book/reading.ts'
import { leftIn } from '#core/agreement/order-money.ts'
import { balanceOf } from '#core/agreement/ledger.ts'
import { overOf, warningsOf } from '#core/agreement/overdraft.ts'
import type { Sums } from '#core/agreement/effects.ts'
import { moneyByProvider, statementOf } from '#core/agreement/money-reports.ts'
import { ok } from '#core/lib/result.ts'
import { addDays, dayOf, isDay, momentOf } from '#core/lib/time.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { readAgreements } from '#core/provider/directory.ts'
import { moneyWords } from '#core/reports/money-words.ts'
import { clock } from '../clock.ts'
import { misused, refused, type Command, type Given } from '../command.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'ledger DIR [--provider NAME|ID] [--from DAY] [--to DAY] --password-file F [--json]'

export const ledger: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '资金台账：一家单位（或全部）在一段时间里的期初、每一笔、期末，各合同和经费还剩多少。DAY 如 2026-03-31，两头都算。',
    en: 'The funding ledger of one provider (or all): opening, every entry, closing, and what contracts and funds have left. DAY is 2026-03-31, both included.',
  },
  places: ['DIR'],
  options: { provider: 'value', from: 'value', to: 'value', 'password-file': 'value' },
  async run(given) {
    const [from, to, named] = [given.option('from'), given.option('to'), given.option('provider')]
    for (const [word, value] of [['from', from], ['to', to]] as const)
      if (value !== undefined && !isDay(value)) return misused({ code: 'wrong-value', words: { word, value, allowed: '2026-03-31' } }) // prettier-ignore
    if (from !== undefined && to !== undefined && to < from)
      return misused({ code: 'wrong-value', words: { word: 'to', value: to, allowed: `≥ ${from}` } })
    return withStation(given, USAGE, async ({ book }) => {
      const provider = named === undefined ? undefined : providerNamed(book, named)
      if (provider === null) return refused({ code: 'no-such-provider' })
      const period = {
        from: `${from ?? '0000-01-01'}T00:00:00+08:00`,
        until: to === undefined ? '9999-12-31T00:00:00+08:00' : `${addDays(to, 1)}T00:00:00+08:00`,
      }
      const kept = ledgerIn(book)
      const { opening, moved, closing, lines } = statementOf(kept, period, { provider })
      const today = dayOf(momentOf(clock()))
      const reading = readingOf(book, '')
      const agreements = readAgreements(reading, today)
        .filter((one) => provider === undefined || one.provider === provider)
        .map((one) => {
          const left = leftIn(reading, one.id)
          return {
            id: one.id,
            number: one.number,
            provider: nameOf(book, one.provider),
            unit: one.unit,
            quota: one.quota,
            opening: one.used,
            ...moneyOf(balanceOf(kept, one.id)),
            left,
            over: overOf(left),
            warnings: warningsOf(one, left, one.term),
          }
        })
      const funds = [...(provider === undefined ? entitiesOf(book, 'fund') : [])].map((id) => {
        const left = leftIn(reading, id)
        return { id, name: nameOf(book, id), ...moneyOf(balanceOf(kept, id)), left: left.fen, over: overOf(left).fen }
      })
      const entries = lines.map(({ entry, sums }) => ({
        id: entry.id,
        day: entry.day,
        kind: entry.kind,
        case: entry.about.startsWith('case:') ? String(readEntity(book, entry.about)?.['number'] ?? '') : '',
        about: entry.about,
        provider: nameOf(book, entry.provider),
        account: nameOf(book, entry.account),
        units: entry.units,
        fen: entry.fen,
        copayFen: entry.copayFen,
        voucher: entry.voucher,
        corrects: entry.corrects,
        by: userName(book, entry.by),
        moved: moneyOf(sums),
      }))
      const byProvider = [...moneyByProvider(kept, period)]
        .filter(([id]) => provider === undefined || id === provider)
        .map(([id, money]) => ({ id, name: nameOf(book, id), ...money }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return ok({
        json: {
          from: from ?? null,
          to: to ?? null,
          provider: provider === undefined ? null : { id: provider, name: nameOf(book, provider) },
          opening: moneyOf(opening),
          moved: moneyOf(moved),
          closing: moneyOf(closing),
          providers: byProvider,
          agreements,
          funds,
          entries,
        },
        lines: [...entries.map((one) => lineOf(one, given.language)), sumLine(given.language, opening, moved, closing)],
      })
    })
  },
}

const moneyOf = ({ income, reserved, paid, reservedUnits, paidUnits, copay }: Sums) => ({
  income,
  reserved,
  paid,
  copay,
  units: { reserved: reservedUnits, paid: paidUnits },
})

/** By its id, its whole name, or a part of it that fits one alone. */
function providerNamed(book: Book, named: string): string | null {
  const cards = providerCards(book)
  const exact = cards.find(({ id, name }) => id === named || name === named)
  if (exact) return exact.id
  const near = cards.filter(({ name }) => name.includes(named))
  return near.length === 1 ? near[0]!.id : null
}

function nameOf(book: Book, id: string): string {
  const fields = id === '' ? null : readEntity(book, id)
  return String(fields?.[id.startsWith('agreement:') ? 'number' : 'name'] ?? '')
}

type Line = Readonly<Record<'day' | 'case' | 'provider' | 'account' | 'voucher', string>> & { readonly kind: Parameters<typeof kindWords>[0]; readonly fen: number } // prettier-ignore
const kindWords = (kind: keyof ReturnType<typeof moneyWords>['kind'], language: Given['language']): string => moneyWords(language).kind[kind] // prettier-ignore

const lineOf = (one: Line, language: Given['language']): string =>
  [one.day, kindWords(one.kind, language), yuanText(one.fen), one.case, one.provider, one.account, one.voucher].filter(Boolean).join('  ') // prettier-ignore

function sumLine(language: Given['language'], opening: Sums, moved: Sums, closing: Sums): string {
  const { statement } = moneyWords(language)
  const one = (name: string, { paid }: Sums): string => `${name} ${yuanText(paid)}`
  const held = language === 'en' ? `reserved ${yuanText(closing.reserved)}` : `预留 ${yuanText(closing.reserved)}`
  return [one(statement.opening, opening), one(statement.moved, moved), one(statement.closing, closing), held].join(language === 'en' ? ', ' : '，') // prettier-ignore
}
