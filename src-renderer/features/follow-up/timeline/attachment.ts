import type { Teller } from './telling.ts'

export const attachment: Teller<'attachment'> = (act, { t }) => ({
  words: t('case-file:timeline.attached', { name: act.name, size: sizeOf(act.bytes) }),
})

/** '820 KB', '1.4 MB'. */
function sizeOf(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
