/** Names of what a report names by id or code, as plain values that cross to the window with it. '' has none. */
import type { MonthlyMore } from './monthly-more.ts'
import type { ReportFigures } from './report-figures.ts'
import type { ReportNames } from './report-names.ts'

type Named = Readonly<Record<string, string>>
export type PaperNames = { readonly places: Named; readonly categories: Named; readonly providers: Named }

export function paperNames(
  { heat }: ReportFigures,
  { gaps, late, money }: MonthlyMore,
  names: ReportNames,
): PaperNames {
  const named = (keys: readonly string[], name: (key: string) => string): Named =>
    Object.fromEntries([...new Set(keys)].filter((key) => key !== '').map((key) => [key, name(key)]))
  const crossed = heat.map(({ key }) => key.split('|'))
  const lines = [...gaps, ...late]
  return {
    places: named([...lines.map(({ place }) => place), ...crossed.map(([place = '']) => place)], names.place),
    categories: named([...lines.map(({ category }) => category), ...crossed.map(([, level1 = '']) => level1)], names.category), // prettier-ignore
    providers: named([...money, ...late].map(({ provider }) => provider), (id) => names.provider(id).name), // prettier-ignore
  }
}
