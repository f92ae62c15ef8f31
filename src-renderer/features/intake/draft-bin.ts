/**
 * Drafts that were deleted: to be had back until one leaves 受理. Then what they had attached goes too. Locking forgets
 * them at once; sealed attachments of such a draft stay in the folder.
 */
import { create } from 'zustand'
import type { DeskApi, DraftForm } from '#app/services/desk-types.ts'
import { useSession } from '#app/session/session.ts'
import type { RequestValues } from './blank-request.ts'

export const useDraftBin = create<{ readonly drafts: readonly DraftForm[] }>(() => ({ drafts: [] }))

export const intoBin = (draft: DraftForm): void =>
  useDraftBin.setState(({ drafts }) => ({ drafts: [draft, ...drafts.filter(({ id }) => id !== draft.id)] }))
export const outOfBin = (draft: DraftForm): void =>
  useDraftBin.setState(({ drafts }) => ({ drafts: drafts.filter(({ id }) => id !== draft.id) }))

export function emptyBin(desk: DeskApi): void {
  const { drafts } = useDraftBin.getState()
  useDraftBin.setState({ drafts: [] })
  for (const { values } of drafts)
    for (const { blob } of (values as Partial<RequestValues>).files ?? []) void desk.dropFile(blob)
}

useSession.subscribe(({ phase }) => {
  if (phase.kind !== 'open' && useDraftBin.getState().drafts.length > 0) useDraftBin.setState({ drafts: [] })
})
