/** Where one was in today's list, for coming back to it. `top`: pixels. */
import { create } from 'zustand'

export const useTodayPlace = create<{ readonly selected: number; readonly top: number }>(() => ({
  selected: 0,
  top: 0,
}))
