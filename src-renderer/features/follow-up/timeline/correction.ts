import { isConfidential } from '#core/case-file/confidential.ts'
import type { Act } from '#core/case-file/case-file.ts'
import type { Changes, Correctable } from '#core/case-file/fields.ts'
import { maskedPhone } from '#core/case-file/masked.ts'
import type { Teller, Telling } from './telling.ts'

/** Beside the stored words for a short change; longer texts stand below as they were. */
const SHORT = 40

/** 更正: what stood there and what stands there now, field by field. Numbers stay masked; of a report nobody is named. */
export const correction: Teller<'correction'> = (act, telling) => {
  const { t, view } = telling
  const changes = changesOf(act)
  const isReport = isConfidential(view.file.fields)
  const told: string[] = []
  const quotes: string[] = []
  for (const [name, [was, now]] of Object.entries(changes) as [Correctable, readonly [unknown, unknown]][]) {
    if (name === 'anonymous') continue // the name beside it says so
    const field = t(`case-file:correct.field.${name}`)
    const isPerson = name.startsWith('requester') || name.startsWith('reporter')
    if (isPerson && (isReport || name.startsWith('reporter'))) {
      told.push(t('case-file:correct.hidden', { field }))
      continue
    }
    const [before, after] = [was, now].map((value) => shown(name, String(value), telling))
    if (before!.length > SHORT || after!.length > SHORT) {
      told.push(t('case-file:correct.changed', { field }))
      quotes.push(t('case-file:correct.fromLong', { field, before, after }))
    } else told.push(t('case-file:correct.fromTo', { field, before, after }))
  }
  const words = t('case-file:correct.told', { changes: [...new Set(told)].join(t('case-file:correct.and')) })
  return quotes.length > 0 ? { words, quote: quotes.join('\n\n') } : { words }
}

const changesOf = (act: Extract<Act, { type: 'correction' }>): Changes => ({
  ...act.privateChanges,
  ...act.sharedChanges,
  ...act.confidentialChanges,
})

function shown(name: Correctable, value: string, { t, when }: Telling): string {
  if (value === '') return t('case-file:requester.none')
  switch (name) {
    case 'requestKind':
      return t(`codes:requestKind.${value}` as 'codes:requestKind.help')
    case 'channel':
      return t(`codes:channel.${value}` as 'codes:channel.phone')
    case 'urgency':
      return t(`codes:urgency.${value}` as 'codes:urgency.general')
    case 'dueAt':
      return when(value)
    case 'requesterPhone':
      return maskedPhone(value)
    default:
      return value
  }
}
