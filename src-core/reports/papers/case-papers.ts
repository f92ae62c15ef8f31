import type { CaseFile } from '#core/case-file/case-file.ts'
import { orderReply } from '#core/case-file/order-reply.ts'
import { noticePaper } from './notice.ts'
import { dispatchOrderPaper, hasOrders } from './dispatch-order.ts'
import { isShared, jointMatterPaper } from './joint-matter.ts'
import { hasRefusal, refusalPaper } from './notice-refusal.ts'
import { isRefusedOffList, offListPaper } from './off-list-note.ts'
import { orderReplyPaper } from './order-reply.ts'
import type { Paper, PaperCase, PaperFrame, PaperKind, Reader } from './paper.ts'
import { progressPaper } from './progress.ts'
import { receiptPaper } from './receipt.ts'
import { registerPaper } from './register.ts'
import { hasSupervision, supervisionOrderPaper } from './supervision-order.ts'

/** To add a paper: its kind in paper.ts, then here; menu and preview follow. `reader`: who it is made for. */
export const CASE_PAPERS: Readonly<
  Record<
    PaperKind,
    {
      readonly reader: Exclude<Reader, 'outsider'>
      /** Offered only where there is something to print. */
      readonly when?: (file: CaseFile) => boolean
      readonly make: (view: PaperCase, frame: PaperFrame, reader: Reader) => Paper
    }
  >
> = {
  receipt: { reader: 'resident', make: receiptPaper },
  register: { reader: 'staff', make: registerPaper },
  progress: { reader: 'resident', make: progressPaper },
  notice: { reader: 'resident', make: noticePaper },
  refusal: { reader: 'resident', make: refusalPaper, when: hasRefusal },
  'dispatch-order': { reader: 'staff', make: dispatchOrderPaper, when: hasOrders },
  'joint-matter': { reader: 'staff', make: jointMatterPaper, when: isShared },
  'off-list': { reader: 'staff', make: offListPaper, when: isRefusedOffList },
  'supervision-order': { reader: 'staff', make: supervisionOrderPaper, when: hasSupervision },
  'order-reply': { reader: 'staff', make: orderReplyPaper, when: (file) => orderReply(file) !== null },
}
