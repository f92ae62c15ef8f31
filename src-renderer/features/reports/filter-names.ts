/** Shown names of what a filter names by its id or code; only what it does name is asked for. */
import type { DeskApi, Filter } from '#app/services/desk-types.ts'
import type { Language } from '#core/reports/code-words.ts'

export async function namesIn(desk: DeskApi, filter: Filter, language: Language): Promise<ReadonlyMap<string, string>> {
  const { provider, handler, category, place } = filter
  const [providers, people, catalogue, where] = await Promise.all([
    provider ? desk.providers() : [],
    handler ? desk.colleagues() : [],
    category ? desk.categories() : null,
    place ? desk.placeOf(place) : null,
  ])
  const side = language === 'en' ? 'en' : 'zh'
  const leaf = catalogue?.leaves.find(({ code }) => code.startsWith(category ?? ''))
  const depth = category?.length ?? 0
  const shown = leaf && (depth <= 3 ? leaf.level1 : depth <= 5 ? leaf.level2 : leaf.name)
  return new Map([
    ...providers.map(({ id, name }) => [id, name] as const),
    ...people.map(({ id, name = '' }) => [id, name] as const),
    ...(category && shown ? [[category, shown[side]] as const] : []),
    ...(where ? [[where.id, where.words] as const] : []),
  ])
}
