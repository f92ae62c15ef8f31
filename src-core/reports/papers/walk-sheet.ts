/**
 * 入户走访单: six doors a page, with room to write by hand. It leaves the station and may be lost on the stairs, so it names
 * a household as papers for outsiders do (DOMAIN §9.2: 王**, 138****2764) and says nothing else of it: no mark, no
 * identity number, no birth date, no earlier request. That is enough to know that one stands before the right door.
 */
import { maskedName, maskedPhone } from '#core/case-file/masked.ts'
import { DOORS_A_PAGE, type WalkDoor, type WalkSheetFields } from '#core/walk-sheet/fields.ts'
import { footOf, type Paper, type PaperFrame, type WalkPaperRow } from './paper.ts'
import { WALK_PAPER_KINDS, WALK_PAPER_URGENCIES, WALK_WORDS } from './walk-sheet-words.ts'

/** `name`, `phone`: as they are known today, '' where nobody is. */
export type DoorToPrint = Pick<WalkDoor, 'words'> & { readonly name: string; readonly phone: string }

export function walkSheetPaper(
  sheet: Pick<WalkSheetFields, 'number' | 'name'>,
  doors: readonly DoorToPrint[],
  frame: PaperFrame,
): Paper {
  const { station, words } = frame
  const own = WALK_WORDS[words.language]
  const pages = Math.ceil(doors.length / DOORS_A_PAGE)
  const box = (key: string, word: string): string => `□ ${key} ${word}`
  const kinds = WALK_PAPER_KINDS.map((kind, i) => box(String(i + 1), own.kinds[kind]))
  const urgencies = WALK_PAPER_URGENCIES.map((urgency, i) => box('ABC'[i]!, own.urgencies[urgency]))
  const rows = doors.map((door, i): WalkPaperRow => ({
    row: own.row(i + 1),
    door: door.words,
    who: door.name === '' ? own.nameless : [maskedName(door.name), maskedPhone(door.phone)].filter(Boolean).join('　'),
    time: own.time,
    nobody: own.nobody,
    request: own.request,
    boxes: [kinds.join('　'), urgencies.join('　')],
    signs: own.signs,
  }))
  return {
    station,
    title: own.title,
    number: sheet.number,
    copy: own.copy,
    landscape: false,
    fileName: own.fileName(sheet.number),
    words,
    foot: footOf(frame),
    parts: [
      { kind: 'remarks', title: '', lines: own.remarks },
      ...Array.from({ length: pages }, (_, page) => ({
        kind: 'doors' as const,
        head: own.page(sheet.name, page + 1, pages),
        walker: own.walker,
        day: own.day,
        rows: rows.slice(page * DOORS_A_PAGE, (page + 1) * DOORS_A_PAGE),
      })),
    ],
  }
}
