/** What the screens ask about 入户走访单. */
import type { Asking } from './asking.ts'
import { listWalkSheets, printedSheet, viewWalkSheet, walkBuildings, walkDoors, type WalkBuilding, type WalkPaperDoor, type WalkSheetRow, type WalkSheetView } from './walk-sheets.ts' // prettier-ignore

export type WalkQuestions = {
  walkBuildings(): Promise<readonly WalkBuilding[]>
  /** The rows that a new sheet of the building would have; `building` '': `pages` of empty ones. */
  walkDoors(building: string, pages: number): Promise<readonly WalkPaperDoor[]>
  walkSheets(): Promise<readonly WalkSheetRow[]>
  walkSheet(id: string): Promise<WalkSheetView | null>
  /** For the printer: names and numbers as they are now. */
  walkPaper(id: string): Promise<ReturnType<typeof printedSheet>>
}

export const walkQuestions = ({ ready }: Asking): WalkQuestions => ({
  walkBuildings: async () => walkBuildings((await ready()).state.book),
  walkDoors: async (building, pages) => walkDoors((await ready()).state.book, building, pages),
  walkSheets: async () => listWalkSheets((await ready()).state.book),
  walkSheet: async (id) => viewWalkSheet((await ready()).state.book, id),
  walkPaper: async (id) => printedSheet((await ready()).state.book, id),
})
