/** 推荐承办单位: who could answer, best first, each with the reasons that decided. Unknown facts never lower a rank. */
import type { ServiceType } from '../case-file/codes.ts'
import type { ProviderFields } from '../provider/fields.ts'

/** To add one: here, and its sentence in both texts. */
export type Reason =
  | { readonly code: 'same-type' }
  | { readonly code: 'other-type' }
  | { readonly code: 'service-named'; readonly words: string }
  | { readonly code: 'area-named'; readonly words: string }

export type Candidate = {
  readonly provider: string
  readonly name: string
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** `text`: title, story and place of the request. Ties are settled by name, so that the list never jumps about. */
export function candidates(
  wanted: { readonly serviceType: ServiceType; readonly text: string },
  providers: readonly ({ readonly id: string } & ProviderFields)[],
): Candidate[] {
  return providers
    .map((provider) => {
      const reasons: Reason[] = [{ code: provider.serviceType === wanted.serviceType ? 'same-type' : 'other-type' }]
      const service = named(provider.services, wanted.text)
      if (service) reasons.push({ code: 'service-named', words: service })
      const area = named(provider.area, wanted.text)
      if (area) reasons.push({ code: 'area-named', words: area })
      const score = (provider.serviceType === wanted.serviceType ? 10 : 0) + (service ? 3 : 0) + (area ? 2 : 0)
      return { provider: provider.id, name: provider.name, score, reasons }
    })
    .toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
}

/** The first word of a list like "水管、电路，开锁" that the text contains. */
function named(list: string | undefined, text: string): string | undefined {
  return list?.split(/[\s、，,；;/]+/).find((word) => word.length > 1 && text.includes(word))
}
