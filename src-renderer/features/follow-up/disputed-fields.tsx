import { useTranslation } from 'react-i18next'
import type { CaseFile } from '#core/case-file/case-file.ts'

/** Fields of the case itself that two computers wrote differently; acts carry their own mark in the timeline. */
export function DisputedFields({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['case-file', 'intake'])
  const fields = file.conflicts
    .filter((conflict) => conflict.startsWith(`${file.id}.`))
    .map((conflict) => conflict.slice(file.id.length + 1))
  if (fields.length === 0) return null
  const names: Readonly<Record<string, string>> = {
    title: t('intake:requestTitle'),
    text: t('intake:text'),
    place: t('intake:place'),
    requestKind: t('intake:requestKind'),
    channel: t('intake:channel'),
    urgency: t('intake:urgency'),
    requesterName: t('intake:requesterName'),
    requesterPhone: t('intake:requesterPhone'),
    dueAt: t('case-file:requester.due'),
    raisedAt: t('case-file:requester.raised'),
  }
  return (
    <div className="problem mild disputed-fields" role="status">
      {t('case-file:disputedFields', {
        fields: fields.map((field) => names[field] ?? field).join(t('case-file:listComma')),
      })}
    </div>
  )
}
