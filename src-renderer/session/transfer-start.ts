/** A case page asks for its transfer (个案转报); the letters' page takes it up once. In memory only. */
import { go } from './route.ts'

let asked: readonly string[] = []

export function goAndTransfer(cases: readonly string[]): void {
  asked = cases
  go({ screen: 'exchange', id: 'letters' })
}

/** Empty when nobody asked. */
export function takeTransfer(): readonly string[] {
  const cases = asked
  asked = []
  return cases
}
