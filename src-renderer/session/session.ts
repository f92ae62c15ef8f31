/** What the whole window knows: which phase it is in, who is at work, how safe the last save is. */
import { create } from 'zustand'
import type { StationState } from '#core/host/host.ts'
import type { Found, Opened, Progress, SaveState } from '../desk/shapes.ts'

export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'open'; readonly opened: Opened }
  /** The station is open in another window, which is asked for nothing until this one is told to take over. */
  | { readonly kind: 'busy-elsewhere' }
  /** Another window took over. */
  | { readonly kind: 'moved' }
  /** The program behind the window is gone; what was acknowledged is safe in the folder. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly code: string }

type Session = {
  readonly phase: Phase
  readonly progress: Progress | null
  readonly saveState: SaveState
  /** Moves on with every change of the station's data: lists and counts ask again. */
  readonly revision: number
  readonly edition: StationState['edition']
  readonly demo: boolean
  readonly folder: string
  /** Locked by itself, because nobody was there: the page that asks for the password says so. */
  readonly lockedIdle: boolean
}

export const useSession = create<Session>(() => ({
  phase: { kind: 'starting' },
  progress: null,
  saveState: { savedAt: null, trouble: null, copyTrouble: null },
  revision: 0,
  edition: 'browser',
  demo: false,
  folder: '',
  lockedIdle: false,
}))

/** A browser keeps Ctrl+N for itself, and no page can take it away. */
export const useNewCaseKey = (): 'Ctrl+N' | 'Alt+N' =>
  useSession((session) => (session.edition === 'browser' ? 'Alt+N' : 'Ctrl+N'))
