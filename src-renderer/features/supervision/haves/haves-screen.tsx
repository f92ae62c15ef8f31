/** 四有: coverage of the station's neighbourhoods, and one of the four in one of them (`#/haves/<place>~<have>`). */
import { HAVES } from '#core/have/codes.ts'
import { HaveOverview } from './have-overview.tsx'
import { HavePage } from './have-page.tsx'
import type { HaveSlots } from './slots.ts'
import './haves.css'

export function HavesScreen({ id, ...slots }: { readonly id?: string } & HaveSlots) {
  const [place, have] = (id ?? '').split('~')
  const known = HAVES.find((one) => one === have)
  if (place && known) return <HavePage place={place} have={known} {...slots} />
  return <HaveOverview tab={id ?? ''} />
}
