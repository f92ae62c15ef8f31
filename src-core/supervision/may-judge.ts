/** Whose word an answer to an order waits for: the office that gave it. */
import type { CaseFile } from '../case-file/case-file.ts'
import type { SupervisionOrder } from '../case-file/supervised.ts'
import type { LetterFields } from '../peer/fields.ts'
import { houseOfPc, ownHouse, type HouseSource } from '../peer/houses.ts'
import { sameAs } from '../peer/letter-acts.ts'

/**
 * An order that went as a letter is judged where it was written. One without a letter was given here, or typed in for an office
 * without this program, on a case of this house. One that others exchange, or whose letter has not come, is theirs.
 */
export function mayJudge(
  source: HouseSource,
  { pc }: Pick<CaseFile, 'pc'>,
  order: Pick<SupervisionOrder, 'id' | 'from' | 'by'>,
  isUpperOffice: boolean,
): boolean {
  const letter = source.read(sameAs('letter', order.id)) as LetterFields | null
  if (letter) return letter.direction === 'out'
  const house = houseOfPc(source, pc)
  if (house !== null && house !== ownHouse(source)) return false
  // Who wrote it down stays in the house: without it, it was not written here.
  return order.from ? Boolean(order.by) : isUpperOffice
}
