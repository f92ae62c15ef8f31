/** Providers and accounts that can be chosen in lists, by name. */
import type { Choice } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

export type MoneyNames = { readonly providers: readonly Choice[]; readonly accounts: readonly Choice[] }

export function useMoneyNames(): MoneyNames | null {
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  return useAnswer(async () => {
    const [providers, agreements, funds] = await Promise.all([desk.providers(), desk.agreements(), desk.funds()])
    return {
      providers: providers.map(({ id, name }) => ({ id, words: name })).toSorted((a, b) => a.words.localeCompare(b.words, 'zh-CN')), // prettier-ignore
      accounts: [
        ...agreements.map(({ id, number, providerName }) => ({ id, words: `${number} ${providerName}` })),
        ...funds.map(({ id, name, year }) => ({ id, words: `${name} ${year}` })),
      ],
    }
  }, [desk, revision])
}
