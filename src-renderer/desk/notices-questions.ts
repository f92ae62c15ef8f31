/** What the screens ask about 告知通知. Whole numbers leave only for a telling that is on record (record-telling). */
import { dayOf, momentOf, type Day } from '#core/lib/time.ts'
import type { Audience } from '#core/notice/codes.ts'
import type { NoticeTemplate } from '#core/notice/templates.ts'
import type { Asking } from './asking.ts'
import { listNotices, noticeStart, noticeTemplates, recipientRows, recipientsOf, toldAbout, viewNotice, type NoticeRow, type NoticeStart, type NoticeView, type RecipientFilter, type RecipientRow, type Recipients, type ToldLine } from './notices.ts' // prettier-ignore

export type NoticesQuestions = {
  notices(): Promise<readonly NoticeRow[]>
  notice(id: string): Promise<NoticeView | null>
  /** The station's own first, then those that are built in. */
  noticeTemplates(): Promise<readonly NoticeTemplate[]>
  /** What fills the blanks of a notice about a case, a topic, a survey, or '' for nothing. */
  noticeStart(about: string, audience: Audience): Promise<NoticeStart>
  toldAbout(about: string): Promise<readonly ToldLine[]>
  /** Who agreed and can be reached; the others only as a number. */
  recipients(filter: RecipientFilter): Promise<Recipients>
  recipientRows(telling: string): Promise<readonly RecipientRow[]>
}

export const noticesQuestions = ({ ready, parts }: Asking): NoticesQuestions => {
  const today = (): Day => dayOf(momentOf(parts.clock()))
  return {
    notices: async () => listNotices((await ready()).state.book),
    notice: async (id) => viewNotice((await ready()).state, id),
    noticeTemplates: async () => noticeTemplates((await ready()).state.book),
    noticeStart: async (about, audience) => noticeStart((await ready()).state, about, audience, today()),
    toldAbout: async (about) => toldAbout((await ready()).state.book, about),
    recipients: async (filter) => recipientsOf((await ready()).state.book, filter, today()),
    recipientRows: async (telling) => recipientRows((await ready()).state.book, telling, today()),
  }
}
