/** Files that are dragged onto the page, and pictures pasted from the clipboard. They are asked about, not taken at once. */
import { useEffect, useEffectEvent } from 'react'

/** `isOpen`: another form covers the page, and files are not for it. */
export function useBroughtFiles(isOpen: boolean, onFiles: (files: readonly File[], pasted: boolean) => void): void {
  const bring = useEffectEvent((list: FileList | undefined, pasted: boolean): boolean => {
    const files = [...(list ?? [])]
    if (files.length === 0) return false
    if (!isOpen) onFiles(files, pasted)
    return true
  })
  useEffect(() => {
    // Elsewhere files are refused (app/refuse-drops.ts); here they are welcome.
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      bring(event.dataTransfer.files, false)
    }
    const paste = (event: ClipboardEvent): void => {
      // A word processor copies words with a picture of them: into a field go the words.
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (typing && event.clipboardData?.types.includes('text/plain')) return
      if (bring(event.clipboardData?.files, true)) event.preventDefault()
    }
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
      removeEventListener('paste', paste)
    }
  }, [])
}
