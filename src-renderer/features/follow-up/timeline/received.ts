import { isConfidential } from '#core/case-file/confidential.ts'
import { isOwnNumber, sourceWords } from '../source-words.ts'
import type { Sentence, Telling } from './telling.ts'

/** The first line: how the request came in. It is made from the case itself, not from an act. */
export function received({ view, t }: Telling): Sentence {
  const {
    channel = 'visit',
    requestKind = 'help',
    requesterName = '',
    anonymous,
    externalSource,
    externalId = '',
    text,
  } = view.file.fields
  const kind = t(`codes:requestKind.${requestKind}`)
  const requester = anonymous ? t('case-file:timeline.anonymous') : requesterName
  const named = {
    channel: t(`codes:channelInside.${channel}`),
    kind,
    requester: requester && t('case-file:timeline.requester', { requester }),
  }
  const words = externalSource
    ? t(isOwnNumber(externalId) ? 'case-file:timeline.imported' : 'case-file:timeline.importedRow', {
        ...named,
        source: sourceWords(externalSource, t),
        externalId,
      })
    : isConfidential(view.file.fields)
      ? t('case-file:timeline.receivedReport', named)
      : t('case-file:timeline.received', named)
  return text ? { words, quote: text } : { words }
}
