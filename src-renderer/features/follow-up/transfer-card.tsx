/** 个案转报 beside its case: where it went and by when a result is wanted, or what came back. */
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import type { Moment } from '#core/lib/time.ts'

export function TransferCard({ view, now }: { readonly view: CaseView; readonly now: Moment }) {
  const { t } = useTranslation(['case-file', 'codes', 'referral'])
  const moments = useMomentWords(now)
  const { acts } = view.file
  const transfer = actsOf(acts, 'transfer').at(-1)
  if (!transfer) return null
  const result = actsOf(acts, 'transfer-result').findLast((one) => one.transfer === transfer.id)
  return (
    <section className="card" aria-label={t('case-file:timeline.transferred')}>
      <h2>
        {transfer.to ? t('case-file:timeline.transferredTo', { to: transfer.to }) : t('case-file:timeline.transferred')}
      </h2>
      {result ? (
        <>
          <b>{t('case-file:timeline.transferResult', { outcome: t(`codes:outcome.${result.outcome}`) })}</b>
          {result.handledBy && (
            <span className="muted">{t('case-file:timeline.transferHandled', { name: result.handledBy })}</span>
          )}
          {result.note && <blockquote className="quote">{result.note}</blockquote>}
        </>
      ) : (
        <p className={transfer.dueAt < now ? 'bad small' : 'muted small'}>
          {t('case-file:timeline.transferWaits', { at: moments.limit(transfer.dueAt) })}
        </p>
      )}
    </section>
  )
}
