/** A letter pressed in a list: the case page that opens next begins with this form. In memory only. */
import { go } from './route.ts'

let waiting: { readonly id: string; readonly action: string } | null = null

/** `action`: a name of features/follow-up/case-action.ts. */
export function goAndStart(id: string, action: string): void {
  waiting = { id, action }
  go({ screen: 'case', id })
}

/** Asked once by the page of this case; null when nothing is to begin there. */
export function takeStart(id: string): string | null {
  const asked = waiting
  waiting = null
  return asked?.id === id ? asked.action : null
}
