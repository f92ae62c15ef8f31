/** What the screens ask about 典型案例, 政策卡片 and 类似办法. */
import type { ModelProposal } from '#core/learning/model-proposal.ts'
import { dayOf, momentOf, type Day } from '#core/lib/time.ts'
import type { Asking } from './asking.ts'
import { listModels, listPolicies, proposalOf, teachingOf, waysLike, wayView, type CardFilter, type ModelRow, type PolicyRow, type SimilarWay, type Teaching, type WayView } from './learning.ts' // prettier-ignore

export type LearningQuestions = {
  modelCases(filter: CardFilter): Promise<readonly ModelRow[]>
  policyCards(filter: CardFilter): Promise<readonly PolicyRow[]>
  /** 类似办法: at most three, with the words that decided. */
  similarWays(text: string, category: string): Promise<readonly SimilarWay[]>
  way(id: string): Promise<WayView | null>
  /** Null for an unknown case. */
  teaching(caseId: string): Promise<Teaching | null>
  /** The text a model case begins with; null where none may be made. */
  modelProposal(caseId: string): Promise<ModelProposal | null>
}

export const learningQuestions = ({ ready, parts }: Asking): LearningQuestions => {
  const today = (): Day => dayOf(momentOf(parts.clock()))
  return {
    modelCases: async (filter) => listModels((await ready()).state, filter, today()),
    policyCards: async (filter) => listPolicies((await ready()).state, filter, today()),
    similarWays: async (text, category) => waysLike((await ready()).state, text, category, today()),
    way: async (id) => wayView((await ready()).state, id, today()),
    teaching: async (caseId) => teachingOf((await ready()).state, caseId),
    modelProposal: async (caseId) => proposalOf((await ready()).state, caseId),
  }
}
