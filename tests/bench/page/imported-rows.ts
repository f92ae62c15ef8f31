/** Rows as the import screen hands them to the desk. */
import type { ImportRow } from '#app/desk/shapes.ts'
import { seeded } from '#core/demo/seeded.ts'
import { newVocabulary } from '../vocabulary.ts'

export function importedRows(count: number): ImportRow[] {
  const words = newVocabulary(seeded(7))
  return Array.from({ length: count }, (_, i) => ({
    row: i + 2,
    command: {
      name: 'import-request',
      input: {
        externalSource: '测速',
        externalId: `B${i}`,
        title: words.text(12),
        text: words.text(120),
        raisedAt: '2026-03-01T09:00:00+08:00',
        requestKind: 'help',
        channel: 'import',
        requesterName: words.name(),
        requesterPhone: '',
        place: words.place(),
        category: '',
        answer: i % 2 === 0 ? words.text(20) : '',
        answeredBy: '',
      },
    },
  }))
}
