/**
 * Puts a text on the clipboard. The way that asks nobody comes first: the desktop edition denies every permission
 * (src-main/policies/permissions.ts), a copy by command needs none. Answers whether it is there.
 */
export async function copyText(text: string): Promise<boolean> {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'spoken-only'
  const before = document.activeElement
  document.body.append(field)
  field.select()
  // Deprecated, and the only way without a permission.
  const done = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  if (done) return true
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
