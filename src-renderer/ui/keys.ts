/**
 * The keyboard. A screen says which keys it answers to; the footer and the list behind `?` are made from the same
 * bindings, so that no key works unseen. Nothing fires while an input method composes, nor single letters in inputs.
 */
import { useLayoutEffect, useState } from 'react'
import { create } from 'zustand'

export type KeyBinding = {
  /** As `event.key`, with modifiers in this order: 'Ctrl+Shift+Enter', 'Ctrl+K', 'D', 'Escape', 'ArrowDown', '?'. */
  readonly key: string
  /** Words of what it does, for the footer and the list. */
  readonly label: string
  readonly run: () => void
  /** Left out of the footer, which has room for about six. */
  readonly quiet?: boolean
  /** Left to the field while one has the focus, and asleep behind a drawer: Ctrl+Z. */
  readonly outsideFields?: boolean
}

type Shown = Omit<KeyBinding, 'run'>
type Layer = { readonly id: number; readonly global: boolean; readonly bindings: readonly Shown[] }

/** Layers in the order in which they were mounted: the last one that knows a key wins. */
export const useKeyLayers = create<{ readonly layers: readonly Layer[] }>(() => ({ layers: [] }))

/** Layer → what its keys run: always the last render's, while the words above change seldom. */
const running = new Map<number, readonly KeyBinding[]>()

let lastLayer = 0
const nextLayer = (): number => (lastLayer += 1)

/** `global`: the shell's own keys, listed apart and asked last. */
export function useKeys(bindings: readonly KeyBinding[], global = false): void {
  const [id] = useState(nextLayer)
  // With the screen, not a moment after it: a key pressed at what has just appeared would still run what stood there before.
  useLayoutEffect(() => {
    const layer: Layer = { id, global, bindings: [] }
    useKeyLayers.setState(({ layers }) => ({ layers: global ? [layer, ...layers] : [...layers, layer] }))
    return () => {
      running.delete(id)
      useKeyLayers.setState(({ layers }) => ({ layers: layers.filter((one) => one.id !== id) }))
    }
  }, [id, global])
  useLayoutEffect(() => {
    running.set(id, bindings)
    const shown = bindings.map(({ run: _run, ...words }): Shown => words)
    const before = useKeyLayers.getState().layers.find((layer) => layer.id === id)
    if (JSON.stringify(before?.bindings) === JSON.stringify(shown)) return
    useKeyLayers.setState(({ layers }) => ({
      layers: layers.map((one) => (one.id === id ? { ...one, bindings: shown } : one)),
    }))
  })
}

const typesInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox]'))

/** Enter and Space press the focused control; they are no shortcuts there. */
const presses = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, a, [role=button], [role=tab], summary')

export function nameOfKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const ctrl = event.ctrlKey || event.metaKey
  const shift = event.shiftKey && (event.key.length > 1 || ctrl || event.altKey)
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/**
 * Behind an open dialog or drawer only Ctrl, Alt and F keys work: its own layer binds those it wants. An open menu, list of
 * choices or question takes the arrows, Enter and Esc for itself.
 */
const COVERS = 'dialog[open], [role=dialog], #popups :is([role=menu], [role=listbox], [role=tooltip])'
const isCovered = (): boolean => [...document.querySelectorAll(COVERS)].some((cover) => cover.checkVisibility())

/** Runs what the topmost layer binds to the key. Exported for tests; `startKeys` listens with it. */
export function pressKey(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  const { target } = event
  const name = nameOfKey(event)
  const withModifier = /^(?:Ctrl\+|Alt\+|F\d)/.test(name)
  if (!withModifier && (isCovered() || (typesInto(target) && name !== 'Escape'))) return
  if ((name === 'Enter' || name === ' ') && presses(target)) return
  for (const layer of useKeyLayers.getState().layers.toReversed()) {
    const binding = running.get(layer.id)?.find((one) => one.key === name)
    if (!binding || (binding.outsideFields && (typesInto(target) || isCovered()))) continue
    event.preventDefault()
    binding.run()
    return
  }
}

/** antd's closed lists of choices open at any Enter, and would take Ctrl+Enter from the form they stand in. */
function beforeChoices(event: KeyboardEvent): void {
  const { target } = event
  if (event.key !== 'Enter' || !event.ctrlKey || !(target instanceof HTMLElement)) return
  if (!target.matches('.ant-select [role=combobox]:not([aria-expanded=true])')) return
  pressKey(event)
  if (event.defaultPrevented) event.stopPropagation()
}

/** Called once; answers what takes the listeners away again. */
export function startKeys(): () => void {
  addEventListener('keydown', beforeChoices, true)
  addEventListener('keydown', pressKey)
  return () => {
    removeEventListener('keydown', beforeChoices, true)
    removeEventListener('keydown', pressKey)
  }
}
