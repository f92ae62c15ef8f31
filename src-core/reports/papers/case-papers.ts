import { noticePaper } from './notice.ts'
import type { Paper, PaperCase, PaperFrame, PaperKind, Reader } from './paper.ts'
import { progressPaper } from './progress.ts'
import { receiptPaper } from './receipt.ts'
import { registerPaper } from './register.ts'

/** To add a paper: its kind in paper.ts, then here; menu and preview follow. `reader`: who it is made for. */
export const CASE_PAPERS: Readonly<
  Record<
    PaperKind,
    {
      readonly reader: Exclude<Reader, 'outsider'>
      readonly make: (view: PaperCase, frame: PaperFrame, reader: Reader) => Paper
    }
  >
> = {
  receipt: { reader: 'resident', make: receiptPaper },
  register: { reader: 'staff', make: registerPaper },
  progress: { reader: 'resident', make: progressPaper },
  notice: { reader: 'resident', make: noticePaper },
}
