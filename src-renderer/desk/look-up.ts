/** The header's one box: people, cases, providers and the commands of the window, by characters, pinyin and initials. */
import type { LookUp } from './shapes.ts'
import { findProviders } from './find-providers.ts'
import { nameSearch } from './letters.ts'
import { peoplePage } from './people.ts'
import type { DeskState } from './state.ts'
import { pageOf } from './views.ts'

/** What fits under the box without scrolling at 768 pixels. */
const SHOWN = { people: 4, cases: 5, providers: 3 } as const

/** ms that people and cases may take: while a station that was just opened is still being read, the rest does not wait. */
const PATIENCE = 120

const inTime = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([
    work,
    new Promise<null>((done) => {
      setTimeout(() => done(null), PATIENCE)
    }),
  ])

/** `names`: what the commands are called; answered by their places in the list. */
export async function lookUp(state: DeskState, words: string, names: readonly string[]): Promise<LookUp> {
  const search = words.trim()
  const isNamed = await nameSearch(search)
  const found = names.flatMap((name, i) => (isNamed(name) ? [i] : []))
  if (search === '') return { people: [], cases: [], partial: false, providers: [], names: found, totals: { people: 0, cases: 0, providers: 0 } } // prettier-ignore
  const providers = await findProviders(state, search)
  const asked = await inTime(
    Promise.all([
      peoplePage(state, { search, sort: 'last', offset: 0, limit: SHOWN.people }),
      pageOf(state, { search, sort: 'received', descending: true, offset: 0, limit: SHOWN.cases }),
    ]),
  )
  const [people, cases] = asked ?? [null, null]
  return {
    people: people?.rows ?? [],
    cases: cases?.rows ?? [],
    partial: asked === null,
    providers: providers.slice(0, SHOWN.providers).map(({ id, name, serviceType, services }) => ({
      id,
      name,
      serviceType,
      services: services ?? '',
    })),
    names: found,
    totals: { people: people?.total ?? 0, cases: cases?.total ?? 0, providers: providers.length },
  }
}
