/**
 * A whole message pasted anywhere on the page: several lines, or a long one with a number in it. What belongs into the
 * story stays where it is pasted: a text field that has words in it already takes it as it is.
 */
import { useEffectEvent, useLayoutEffect, useState } from 'react'
import { readChat } from '#core/intake/chat-paste.ts'
import { readOrder } from '#core/intake/hotline-order.ts'

/** Shorter ones are words for one field, whatever is in them. */
const LONG = 30

/** Something for another field than the story is in it. */
function saysMore(text: string): boolean {
  if (readOrder(text)) return true
  const chat = readChat(text)
  return chat !== null && (chat.name !== '' || chat.phone !== '' || chat.place !== '')
}

export function usePasted(): { readonly pasted: string | null; readonly setPasted: (text: string | null) => void } {
  const [pasted, setPasted] = useState<string | null>(null)
  const read = useEffectEvent((event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (event.clipboardData?.files.length || text.trim() === '' || document.querySelector('[role=dialog]')) return
    const { target } = event
    const inStory = target instanceof HTMLTextAreaElement
    const inLine = target instanceof HTMLInputElement && /^(?:text|search|tel)$/.test(target.type)
    const message = text.trim().includes('\n') || (text.length >= LONG && /\d{7}/.test(text.replace(/[ -]/g, '')))
    if (inStory && target.value.trim() !== '') return
    if ((inStory || inLine) && !message) return
    if (inStory && !saysMore(text)) return
    // The header's search box, and whatever else is not of this page.
    if ((inStory || inLine) && !target.closest('[data-reads-messages]')) return
    event.preventDefault()
    setPasted(text)
  })
  useLayoutEffect(() => {
    const listen = (event: ClipboardEvent): void => read(event)
    // Before the field cleans what it takes (ui/clean-input.ts).
    addEventListener('paste', listen, true)
    return () => removeEventListener('paste', listen, true)
  }, [])
  return { pasted, setPasted }
}
