/** 待核对: what two PCs wrote apart. Names of reporters are not printed, here as anywhere. */
import { readEntity, userName, type Book } from '#core/book/book.ts'
import { caseOf, differencesIn, inOrder, readDifferences } from '#core/book/differences-in.ts'
import { readingOf } from '#core/book/reading.ts'
import { writersOf, type Difference, type DifferenceKind, type Writer } from '#core/exchange/conflicts/difference.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import { ok } from '#core/lib/result.ts'
import type { Command } from '../command.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'conflicts DIR --password-file F [--json]'

/** Residents entered twice are looked for in the program, where their likeness is shown. */
const KINDS: Readonly<Record<DifferenceKind, readonly [zh: string, en: string]>> = {
  clone: ['电脑被复制，两处各往下写', 'a copied computer went on in two places'],
  'double-referral': ['重复派单', 'dispatched twice'],
  'double-closing': ['重复办结', 'closed twice'],
  'withdrawn-continued': ['一台撤销了，另一台接着办', 'taken back on one, worked on at another'],
  'erased-edited': ['一台删除了，另一台接着办', 'erased on one, worked on at another'],
  field: ['两种写法', 'two versions'],
  'same-person': ['重复登记的居民', 'resident entered twice'],
}

export const conflicts: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '列出几台电脑各写各的、要人核对的地方：两种写法、重复派单、重复办结、撤销或删除后又办、被复制的电脑。',
    en: 'Lists what computers wrote apart: two versions, dispatched or closed twice, taken back or erased and worked on, copied computers.',
  },
  places: ['DIR'],
  options: { 'password-file': 'value' },
  run: (given) =>
    withStation(given, USAGE, async ({ book, card }) => {
      for (const _ of readDifferences(book));
      const trust = trustOf(readingOf(book, ''), null, card.id)
      const isOver = (pc: string): boolean => trust.isRevoked(pc) || Boolean(readEntity(book, `device:${pc}`)?.['retired']) // prettier-ignore
      const all = inOrder(differencesIn(book, isOver))
      const counts: Partial<Record<DifferenceKind, number>> = {}
      for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1
      const at = given.language === 'en' ? 1 : 0
      const differences = all.map((one) => shown(book, trust, one))
      const lines = differences.map(
        ({ kind, number, fields, versions, writers }) =>
        [KINDS[kind][at], number, fields.join(' '), versions.map((one) => one.values.map(String).join(' ')).join(' | '), writers.map(({ pcName, at: when }) => `${pcName} ${when.slice(0, 16).replace('T', ' ')}`).join(', ')].filter(Boolean).join('  '), // prettier-ignore
      )
      const sum = at ? `${all.length} to settle` : `${all.length} 处要核对`
      return ok({ json: { total: all.length, counts, differences }, lines: [...lines, sum] })
    }),
}

type VersionTold = { readonly values: readonly unknown[]; readonly shown: boolean; readonly keep: string }

function shown(book: Book, trust: Trust, one: Difference) {
  const id = caseOf(book, one)
  const number = id ? String(readEntity(book, id)?.['number'] ?? '') : ''
  const writers = writersOf(one).map((writer) => writerShown(book, trust, writer))
  const base = {
    kind: one.kind,
    key: one.key,
    case: id,
    number,
    writers,
    fields: [] as readonly string[],
    versions: [] as readonly VersionTold[],
  }
  if (one.kind === 'clone') return { ...base, pc: one.pc, forks: one.forks }
  if (one.kind === 'same-person') return base
  if (one.kind !== 'field') return { ...base, acts: one.acts.map(({ act }) => act) }
  const isShut = one.confidential
  return {
    ...base,
    entity: one.entity,
    fields: one.fields,
    heads: one.heads,
    versions: one.versions.map(({ values, writers: by, shown: isShown }) => ({
      values: one.fields.map((field) => (isShut ? '**' : values[field])),
      shown: isShown,
      keep: by[0]!.write,
    })),
  }
}

const writerShown = (book: Book, trust: Trust, { user, at, pc }: Writer) => ({
  user,
  name: userName(book, user),
  at,
  pc,
  pcName: trust.nameOf(pc) || pc.slice(0, 4),
})
