/**
 * The keyboard. A screen says which keys it answers to; the footer and the list behind `?` are made from the same
 * bindings, so that no key works unseen. Nothing fires while an input method composes, nor single letters in inputs.
 */
import { useEffect, useRef } from 'react'
import { create } from 'zustand'

export type KeyBinding = {
  /** As `event.key`, with modifiers in this order: 'Ctrl+Shift+Enter', 'Ctrl+K', 'D', 'Escape', 'ArrowDown', '?'. */
  readonly key: string
  /** Words of what it does, for the footer and the list. */
  readonly label: string
  readonly run: () => void
  /** Left out of the footer, which has room for about six. */
  readonly quiet?: boolean
}

type Layer = { readonly id: number; readonly global: boolean; readonly bindings: readonly KeyBinding[] }

/** Layers in the order in which they were mounted: the last one that knows a key wins. */
export const useKeyLayers = create<{ readonly layers: readonly Layer[] }>(() => ({ layers: [] }))

let lastLayer = 0

/** `global`: the shell's own keys, listed apart. Bindings may change on every render without cost. */
export function useKeys(bindings: readonly KeyBinding[], global = false): void {
  const latest = useRef(bindings)
  latest.current = bindings
  const shape = bindings.map((binding) => `${binding.key}\t${binding.label}\t${binding.quiet === true}`).join('\n')
  useEffect(() => {
    lastLayer += 1
    const id = lastLayer
    // The list is rebuilt when keys or words change; what a key runs is always the latest render's.
    const layer: Layer = {
      id,
      global,
      bindings: latest.current.map((binding) => ({
        ...binding,
        run: () => latest.current.find((now) => now.key === binding.key)?.run(),
      })),
    }
    useKeyLayers.setState(({ layers }) => ({ layers: global ? [layer, ...layers] : [...layers, layer] }))
    return () => useKeyLayers.setState(({ layers }) => ({ layers: layers.filter((one) => one.id !== id) }))
  }, [shape, global])
}

const typesInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox]'))

/** Enter and Space press the focused control; they are no shortcuts there. */
const presses = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('button, a, [role=button], [role=tab], summary')

export function nameOfKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const ctrl = event.ctrlKey || event.metaKey
  const shift = event.shiftKey && (event.key.length > 1 || ctrl || event.altKey)
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** Runs what the topmost layer binds to the key. Exported for tests; `startKeys` listens with it. */
export function pressKey(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  const { target } = event
  const name = nameOfKey(event)
  const withModifier = name.startsWith('Ctrl+') || name.startsWith('Alt+')
  // Behind an open dialog or drawer only Ctrl and Alt keys work: its own layer binds those it wants.
  const inDialog = [...document.querySelectorAll('dialog[open], [role=dialog]')].some((dialog) => dialog.checkVisibility())
  if (!withModifier && (inDialog || (typesInto(target) && name !== 'Escape'))) return
  if ((name === 'Enter' || name === ' ') && presses(target)) return
  for (const layer of useKeyLayers.getState().layers.toReversed()) {
    const binding = layer.bindings.find((one) => one.key === name)
    if (!binding) continue
    event.preventDefault()
    binding.run()
    return
  }
}

/** Called once; answers what takes the listener away again. */
export function startKeys(): () => void {
  addEventListener('keydown', pressKey)
  return () => removeEventListener('keydown', pressKey)
}
