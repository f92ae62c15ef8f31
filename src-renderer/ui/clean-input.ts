/**
 * What people paste and drop brings what nobody sees: zero-width signs from web pages, marks that turn the reading
 * direction, odd spaces from PDF files. It is taken away here, at the border of every field of every screen, by the rule
 * that also holds for files and for what a form saves (core/lib/clean-text.ts).
 *
 * Fields for digits (`inputmode` tel or numeric) also show full-width signs as the keyboard has them, at once, so that
 * nothing changes unseen later. Nothing happens while an input method composes, nor ever to a password.
 */
import { halfWidth, withoutInvisible } from '#core/lib/clean-text.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

const fieldOf = (event: Event): Field | null => {
  const { target } = event
  const isField = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && takesText(target))
  return isField ? target : null
}
const takesText = ({ type }: HTMLInputElement): boolean => type === 'text' || type === 'search' || type === 'tel'
const isForDigits = (field: Field): boolean => field.inputMode === 'tel' || field.inputMode === 'numeric'

/** As the field may hold it; the same text when nothing is wrong with it. */
const cleanFor = (field: Field, text: string): string => withoutInvisible(isForDigits(field) ? halfWidth(text) : text)

function insertClean(event: ClipboardEvent | DragEvent): void {
  const field = fieldOf(event)
  const text = (event instanceof ClipboardEvent ? event.clipboardData : event.dataTransfer)?.getData('text/plain')
  if (!field || !text || field.readOnly || field.disabled) return
  // Somebody took it already: the page reads a whole message itself, or files that came along.
  if (event.defaultPrevented) return
  const clean = cleanFor(field, text)
  if (clean === text) return
  event.preventDefault()
  // A drop would have moved the cursor there by itself; at the end is where a dropped text is looked for.
  if (event instanceof DragEvent) {
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }
  // The one way to insert that Ctrl+Z takes back and `maxlength` limits. Deprecated, and nothing stands in its place.
  document.execCommand('insertText', false, clean)
}

/** The property of the element's class: React's own on the element would take the change for its own and tell nobody. */
function setValue(field: Field, value: string): void {
  const { selectionStart, selectionEnd } = field
  const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, value)
  field.setSelectionRange(selectionStart, selectionEnd)
}

function narrowDigits(event: Event): void {
  const field = fieldOf(event)
  if (!field || !isForDigits(field) || (event instanceof InputEvent && event.isComposing)) return
  const narrow = halfWidth(field.value)
  if (narrow === field.value) return
  setValue(field, narrow)
  // The input event of a composition's end was over before it ended.
  if (event.type === 'compositionend') field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Called once, before React listens; answers what takes the listeners away again. */
export function startCleanInput(): () => void {
  const stop = new AbortController()
  const early = { capture: true, signal: stop.signal }
  // After the page, which may read it as a message.
  addEventListener('paste', insertClean, { signal: stop.signal })
  addEventListener('drop', insertClean, early)
  addEventListener('input', narrowDigits, early)
  addEventListener('compositionend', narrowDigits, early)
  return () => stop.abort()
}
