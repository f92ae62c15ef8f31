import type { NoticeStart } from '#app/services/desk-types.ts'
import { autoValues } from '#core/notice/auto-values.ts'
import type { Values } from '#core/notice/blanks.ts'
import type { Audience } from '#core/notice/codes.ts'
import type { Notice } from '#core/notice/fields.ts'
import type { NoticeTemplate } from '#core/notice/templates.ts'
import type { WriteNotice as Written } from '#core/reports/write-notice.ts'

/** What the form of a notice is filled from. */
export type NoticeContext = {
  readonly about: string
  /** By whom it is for: the resident's own matter stands in one of them alone. */
  readonly starts: Readonly<Record<Audience, NoticeStart>>
  readonly templates: readonly NoticeTemplate[]
  readonly station: string
  readonly today: string
  readonly like: Notice | null
}

/** What the blanks hold unless something else is typed. */
export const autoOf = ({ starts, station, today }: NoticeContext, form: Pick<Written, 'audience' | 'place' | 'from' | 'until' | 'contact'>): Values => autoValues(starts[form.audience].values, station, today, form) // prettier-ignore
