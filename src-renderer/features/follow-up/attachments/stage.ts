/** Where a picture or page is shown: how large the room is, and how large it is drawn in it. */
import { useEffect, useState, type RefObject } from 'react'

export type Place = {
  /** 1 fits the window. */
  readonly zoom: number
  /** Degrees, clockwise. */
  readonly turned: 0 | 90 | 180 | 270
  /** From 1. */
  readonly page: number
}

export type Room = { readonly width: number; readonly height: number }

/** CSS pixels around what is shown. */
const MARGIN = 16

/** The element's inner size; null until it is measured. */
export function useRoom(stage: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    if (stage.current) watch.observe(stage.current)
    return () => watch.disconnect()
  }, [stage])
  return room
}

/** CSS pixels per pixel of `size`, which is as it stands after turning. `enlarge`: a page fills the room, a small picture does not. */
export function fit(size: Room, room: Room, enlarge: boolean): number {
  const scale = Math.min((room.width - 2 * MARGIN) / size.width, (room.height - 2 * MARGIN) / size.height)
  return Math.max(0.001, enlarge ? scale : Math.min(1, scale))
}
