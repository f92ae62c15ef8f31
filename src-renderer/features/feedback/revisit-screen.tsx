/** 回访: who is to be asked, 差评 and what became of them, what was asked, and how the draw went. */
import type { ComponentType } from 'react'
import { CallRunScreen } from './call-run-screen.tsx'
import { DoneList } from './done-list.tsx'
import { DrawExplained } from './draw-explained.tsx'
import { DueList } from './due-list.tsx'
import { PaperEntry } from './paper-entry.tsx'
import { BadRatings } from './bad-ratings.tsx'
import './revisit.css'

/** The papers, from features/reports. */
export type RevisitPrints = {
  readonly PrintForms: ComponentType<{ readonly onClose: () => void }>
  readonly PrintDemand: ComponentType<{ readonly revisit: string; readonly onClose: () => void }>
  readonly PrintDraw: ComponentType<{ readonly from: string; readonly until: string; readonly onClose: () => void }>
}

export function RevisitScreen({ id, prints }: { readonly id?: string; readonly prints: RevisitPrints }) {
  switch (id) {
    case 'ratings':
      return <BadRatings Print={prints.PrintDemand} />
    case 'done':
      return <DoneList />
    case 'draw':
      return <DrawExplained Print={prints.PrintDraw} />
    case 'calls':
      return <CallRunScreen />
    case 'paper':
      return <PaperEntry />
    default:
      return <DueList Print={prints.PrintForms} />
  }
}
