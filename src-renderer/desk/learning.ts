/** 典型案例 and 政策卡片 out of the records, and what of them is like a text that is being typed. */
import { entitiesOf, providerCards, readCase, readEntity, userName, type Book } from '#core/book/book.ts'
import { madeOf } from '#core/book/made-of.ts'
import type { TwoNames } from '#core/category/category.ts'
import { isOpen, statusOf } from '#core/case-file/status.ts'
import { knownOf } from '#core/learning/deidentify.ts'
import { modelCase, policyCard, type ModelCase, type PolicyCard } from '#core/learning/fields.ts'
import { mayTeach } from '#core/learning/may-teach.ts'
import { modelProposal, type ModelProposal } from '#core/learning/model-proposal.ts'
import { similarWays, wayIndex, type FoundWay, type Way, type WayIndex } from '#core/learning/similar-ways.ts'
import { stalenessOf, type Staleness } from '#core/learning/stale.ts'
import type { Day } from '#core/lib/time.ts'
import { settingsOf } from '#core/station/settings.ts'
import { categoryNames } from './category-names.ts'
import { nameSearch } from './letters.ts'
import { peopleOf } from './notices.ts'
import type { DeskState } from './state.ts'

export type ModelRow = ModelCase & { readonly categoryName: TwoNames; readonly byName: string; readonly number: string }
export type PolicyRow = PolicyCard & {
  readonly categoryNames: readonly TwoNames[]
  readonly byName: string
  readonly stale: Staleness
  /** After so many months without a look it is old. */
  readonly staleMonths: number
}
/** `words`: typed, characters or pinyin; `category`: '' for all; retired ones only when asked for. */
export type CardFilter = { readonly words: string; readonly category: string; readonly retired: boolean }
export type SimilarWay = FoundWay & { readonly title: string; readonly stale: Staleness }
export type WayView =
  { readonly kind: 'model-case'; readonly row: ModelRow } | { readonly kind: 'policy-card'; readonly row: PolicyRow }
/** What can be learnt from a case: nothing yet and why, a proposal, or the card that there is. */
export type Teaching = {
  readonly card: string | null
  readonly mayTeach: boolean
  readonly isOpen: boolean
}

const modelsOf = madeOf('model-case', (all) => all.map((one) => modelCase(one.id, one)))
const policiesOf = madeOf('policy-card', (all) => all.map((one) => policyCard(one.id, one)))

const monthsOf = (book: Book): number =>
  Number(settingsOf({ read: (id) => readEntity(book, id), ids: (type) => entitiesOf(book, type) }).policyMonths)

const newest = (a: { readonly at: string }, b: { readonly at: string }): number => (a.at < b.at ? 1 : -1)

function modelRow(state: DeskState, card: ModelCase, names: (code: string) => TwoNames): ModelRow {
  return {
    ...card,
    categoryName: names(card.category),
    byName: userName(state.book, card.by),
    number: (card.case && readCase(state.book, card.case)?.fields.number) || '',
  }
}
const policyRow = (state: DeskState, card: PolicyCard, names: (code: string) => TwoNames, today: Day): PolicyRow => ({
  ...card,
  categoryNames: card.categories.map(names),
  byName: userName(state.book, card.by),
  stale: stalenessOf(card, today, monthsOf(state.book)),
  staleMonths: monthsOf(state.book),
})

export async function listModels(
  state: DeskState,
  { words, category, retired }: CardFilter,
  today: Day,
): Promise<ModelRow[]> {
  // prettier-ignore
  const isFound = words.trim() === '' ? () => true : await nameSearch(words.trim())
  const names = categoryNames(state, today)
  return modelsOf(state.book)
    .filter((card) => card.retired === retired && (category === '' || card.category === category))
    .filter(({ title, situation, done, result }) => isFound(title) || [situation, done, result].some(isFound))
    .toSorted(newest)
    .map((card) => modelRow(state, card, names))
}

/** Out of date first: they are what somebody has to look at. */
export async function listPolicies(
  state: DeskState,
  { words, category, retired }: CardFilter,
  today: Day,
): Promise<PolicyRow[]> {
  // prettier-ignore
  const isFound = words.trim() === '' ? () => true : await nameSearch(words.trim())
  const names = categoryNames(state, today)
  return policiesOf(state.book)
    .filter((card) => card.retired === retired && (category === '' || card.categories.includes(category)))
    .filter(({ title, text, source, number }) => [title, text, source, number].some(isFound))
    .toSorted(newest)
    .map((card) => policyRow(state, card, names, today))
    .toSorted((a, b) => Number(b.stale !== null) - Number(a.stale !== null))
}

export function wayView(state: DeskState, id: string, today: Day): WayView | null {
  const read = readEntity(state.book, id)
  if (!read) return null
  const names = categoryNames(state, today)
  if (id.startsWith('model-case:')) return { kind: 'model-case', row: modelRow(state, modelCase(id, read), names) }
  return id.startsWith('policy-card:')
    ? { kind: 'policy-card', row: policyRow(state, policyCard(id, read), names, today) }
    : null
}

const indices = new WeakMap<Book, { readonly models: readonly ModelCase[]; readonly policies: readonly PolicyCard[]; readonly index: WayIndex }>() // prettier-ignore

/** Made once, and anew when a card changed: `madeOf` answers the same lists until then. */
function indexOf(book: Book): WayIndex {
  const [models, policies] = [modelsOf(book), policiesOf(book)]
  const kept = indices.get(book)
  if (kept?.models === models && kept.policies === policies) return kept.index
  const ways: Way[] = [
    ...models.filter(({ retired }) => !retired).map((card): Way => ({ id: card.id, kind: 'model-case', title: card.title, text: `${card.situation}\n${card.done}\n${card.result}`, categories: [card.category] })), // prettier-ignore
    ...policies.filter(({ retired }) => !retired).map((card): Way => ({ id: card.id, kind: 'policy-card', title: card.title, text: card.text, categories: card.categories })), // prettier-ignore
  ]
  const index = wayIndex(ways)
  indices.set(book, { models, policies, index })
  return index
}

export function waysLike({ book }: DeskState, text: string, category: string, today: Day): SimilarWay[] {
  const months = monthsOf(book)
  return similarWays(indexOf(book), text, category).map((way) => {
    const read = readEntity(book, way.id) ?? {}
    const stale = way.kind === 'policy-card' ? stalenessOf(policyCard(way.id, read), today, months) : null
    return { ...way, title: String(read['title'] ?? ''), stale }
  })
}

export function teachingOf({ book }: DeskState, id: string): Teaching | null {
  const file = readCase(book, id)
  if (!file) return null
  const card = modelsOf(book).find((one) => one.case === id && !one.retired)
  return { card: card?.id ?? null, mayTeach: mayTeach(file), isOpen: isOpen(statusOf(file)) }
}

export function proposalOf({ book }: DeskState, id: string): ModelProposal | null {
  const file = readCase(book, id)
  if (!file || !mayTeach(file)) return null
  const providers = new Map(providerCards(book).map((card) => [card.id, card]))
  return modelProposal(file, knownOf(file, peopleOf(book, id)), (provider) => providers.get(provider) ?? null)
}
