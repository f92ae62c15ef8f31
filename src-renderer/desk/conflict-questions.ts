/** What the screens ask about 待核对: what two PCs wrote apart. */
import { caseOf } from '#core/book/differences-in.ts'
import type { Asking } from './asking.ts'
import { differencePage, listDifferences, type DifferencePage, type DifferenceQuery, type Viewing } from './conflict-list.ts' // prettier-ignore
import { previewRule, type ConflictRule, type RulePreview } from './conflict-rule.ts'

export type ConflictQuestions = {
  /** What weighs most first. */
  differences(query: DifferenceQuery): Promise<DifferencePage>
  /** How many; of one case where one is named. */
  differenceCount(caseId?: string): Promise<number>
  /** What the rule would do to every field that stands in two ways; nothing is done. */
  previewRule(rule: ConflictRule): Promise<RulePreview>
}

export const conflictQuestions = ({ ready, station }: Asking): ConflictQuestions => {
  const viewing = async (): Promise<Viewing> => ({ state: (await ready()).state, device: station()?.ring.device ?? '' })
  return {
    differences: async (query) => differencePage(await viewing(), query),
    async differenceCount(caseId) {
      const now = await viewing()
      const all = await listDifferences(now)
      return caseId === undefined ? all.length : all.filter((one) => caseOf(now.state.book, one) === caseId).length
    },
    previewRule: async (rule) => previewRule(await viewing(), rule),
  }
}
