import { useState } from 'react'
import type { HavePhoto } from '#core/have/fields.ts'
import { AttachmentLine } from '../features/follow-up/attachments/attachment-line.tsx'
import { Viewer } from '../features/follow-up/attachments/viewer.tsx'
import { PrintHaveChecklist } from '../features/reports/print-have-checklist.tsx'
import { HavesScreen } from '../features/supervision/haves/haves-screen.tsx'

export function HavesPage({ id }: { readonly id?: string }) {
  return <HavesScreen {...(id !== undefined && { id })} Print={PrintHaveChecklist} Photos={Photos} />
}

function Photos({ photos }: { readonly photos: readonly HavePhoto[] }) {
  const [shown, setShown] = useState<string | null>(null)
  return (
    <>
      {photos.map((photo) => (
        <AttachmentLine key={photo.id} attachment={photo} onOpen={setShown} />
      ))}
      {shown !== null && <Viewer attachments={photos} shown={shown} onShow={setShown} onClose={() => setShown(null)} />}
    </>
  )
}
