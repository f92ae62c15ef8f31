/** What the screens ask about 诉求分类: the catalogue, what was changed in it, and which leaf a text may mean. */
import { entitiesOf, readEntity, userName } from '#core/book/book.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import type { Category, CategoryCode } from '#core/category/category.ts'
import { readChanges, versionsOf } from '#core/category/current-catalogue.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import type { CataloguePlan } from '#core/settings/category-sheet.ts'
import { SHEET_LIMITS, type SheetCode } from '#core/sheet/sheet.ts'
import type { Suggestion } from '#core/suggestion/suggest.ts'
import type { Asking } from './asking.ts'
import { nameSearch } from './letters.ts'
import { suggestions } from './suggestions.ts'

/** `by`: the person's name; null for what came with the program. */
export type CategoryVersionRow = { readonly leaf: Category; readonly at: string | null; readonly by: string | null }
/** `changed`: codes of leaves that the station changed or added; also those whose change is not in force yet. */
export type CatalogueShown = { readonly leaves: readonly Category[]; readonly changed: readonly CategoryCode[] }

export type CategoryQuestions = {
  /** As it is in force today, in the order of the codes; retired leaves too. */
  categories(): Promise<CatalogueShown>
  /** Codes of leaves that are found by characters, pinyin, initials or code; retired ones not. The likeliest first. */
  findCategories(words: string): Promise<readonly CategoryCode[]>
  /** The newest first. */
  categoryVersions(code: CategoryCode): Promise<readonly CategoryVersionRow[]>
  /** Reads and checks a table of leaves; saves nothing. */
  readCategories(name: string, bytes: Uint8Array): Promise<Result<CataloguePlan, SheetCode | 'no-header'>>
  /** 建议分类 of a request being written. */
  suggest(title: string, text: string): Promise<Suggestion>
}

/** A catalogue has some hundreds of rows: small enough to be read where it is. */
const LIMITS = { ...SHEET_LIMITS, bytes: 4_000_000, entries: 200, rows: 5_000, columns: 200, cells: 200_000 }

export const categoryQuestions = (asking: Asking): CategoryQuestions => {
  const { ready, parts } = asking
  const book = async () => (await ready()).state.book
  const changes = async () => {
    const of = await book()
    return readChanges([...entitiesOf(of, 'category')].map((id) => [id, readEntity(of, id)] as const))
  }
  const catalogue = async () => catalogueOf(await book(), momentOf(parts.clock()))
  return {
    categories: async () => ({
      leaves: (await catalogue()).leaves,
      changed: [...new Set((await changes()).map(({ code }) => code))],
    }),
    async findCategories(words) {
      const wanted = words.trim().toLowerCase()
      const { leaves } = await catalogue()
      if (wanted === '') return []
      const finds = await nameSearch(wanted)
      /** 0: the code or the name begins so; 1: the name; 2: its usual words; 3: group or field. */
      const place = ({ code, name, words: spoken, level1, level2 }: Category): number => {
        const digits = code.toLowerCase()
        if (digits.startsWith(wanted) || digits.slice(1).startsWith(wanted)) return 0
        if (name.zh.startsWith(wanted) || name.en.toLowerCase().startsWith(wanted)) return 0
        if (finds(name.zh) || name.en.toLowerCase().includes(wanted)) return 1
        if (spoken.toLowerCase().includes(wanted)) return 2
        if (finds(level2.zh) || finds(level1.zh)) return 3
        return level2.en.toLowerCase().includes(wanted) || level1.en.toLowerCase().includes(wanted) ? 3 : NOWHERE
      }
      return leaves
        .filter(({ retired }) => !retired)
        .map((leaf) => ({ code: leaf.code, place: place(leaf) }))
        .filter((one) => one.place < NOWHERE)
        .toSorted((a, b) => a.place - b.place)
        .map(({ code }) => code)
    },
    async categoryVersions(code) {
      const of = await book()
      const all = versionsOf(await changes(), code)
      return all.map(({ leaf, at, by }) => ({ leaf, at, by: by === null ? null : userName(of, by) }))
    },
    async readCategories(name, bytes) {
      if (bytes.length > LIMITS.bytes) return err('too-big')
      // Spreadsheet code, once somebody brings one.
      const [{ readSheet }, { planCatalogue }] = await Promise.all([
        import('#core/sheet/read-sheet.ts'),
        import('#core/settings/category-sheet.ts'),
      ])
      const sheet = readSheet(bytes, name, LIMITS)
      if (!sheet.ok) return sheet
      const plan = planCatalogue(sheet.value, await catalogue(), dayOf(momentOf(parts.clock())))
      return plan ? ok(plan) : err('no-header')
    },
    suggest: suggestions(asking),
  }
}

const NOWHERE = 9
