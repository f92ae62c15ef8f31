/** 服务单位 by characters, pinyin and initials: every word typed stands in the name, services, area or phone. */
import { providerCards, type ProviderCard } from '#core/book/book.ts'
import { nameSearch } from './letters.ts'
import type { DeskState } from './state.ts'

export async function findProviders({ book }: DeskState, words: string): Promise<ProviderCard[]> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const isNamed = await nameSearch(words)
  return providerCards(book).filter(({ name, services, area, phone }) => {
    const read = `${name}、${services ?? ''}`
    const text = `${read}\n${area ?? ''}\n${phone}`.toLowerCase()
    return wanted.every((word) => text.includes(word)) || isNamed(read)
  })
}
