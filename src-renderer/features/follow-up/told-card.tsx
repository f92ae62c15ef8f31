/** 告知, beside a case or a topic: what was written about it, and who was told last. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

export function ToldCard({ about }: { readonly about: string }) {
  const { t } = useTranslation('notices')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(
    async () => ({ lines: await desk.toldAbout(about), on: (await desk.modules()).includes('notices') }),
    [desk, about, revision],
  )
  const moments = useMomentWords(useNow())
  if (!answer || (!answer.on && answer.lines.length === 0)) return null
  return (
    <section className="card ways" aria-label={t('told.title')}>
      <div className="aside-head">
        <h2>{t('told.title')}</h2>
        {answer.on && (
          <Button size="small" onClick={() => go({ screen: 'notices', id: about })}>
            {t('told.write')}
          </Button>
        )}
      </div>
      <ul className="small">
        {answer.lines.map((line) => (
          <li key={line.notice}>
            <a className="one-line" href={pathOf({ screen: 'notices', id: line.notice })}>
              {line.title}
            </a>
            <div className="muted">
              {line.withdrawn && `${t('voided')} · `}
              {line.last
                ? t('told.line', {
                    at: moments.at(line.last.at),
                    way: t(`way.${line.last.way}`),
                    count: line.last.count,
                  })
                : t('told.never')}
              {line.tellings > 1 && ` · ${t('told.more', { count: line.tellings })}`}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
