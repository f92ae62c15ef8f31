import { sizeWords } from '../attachments/size-words.ts'
import type { Teller } from './telling.ts'

export const attachment: Teller<'attachment'> = (act, { t }) => ({
  words: t('case-file:timeline.attached', { name: act.name, size: sizeWords(act.bytes) }),
})
