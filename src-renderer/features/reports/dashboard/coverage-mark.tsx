/** Beside a station's figures: how far they can be trusted. The same that 下属站点 says of it. */
import { useTranslation } from 'react-i18next'
import type { CoverageLine } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'

const LOOKS = { fresh: 'muted', due: 'warn', stale: 'bad', never: 'bad' } as const
/** A district may wait for a hundred: more names than this are nobody's reading. */
const NAMED = 10

export function CoverageMark({ of: { lastIn, fresh, missing } }: { readonly of: CoverageLine }) {
  const { t } = useTranslation(['reports', 'stations'])
  const moments = useMomentWords(useNow())
  return (
    <div className="small coverage">
      <span className={LOOKS[fresh]}>
        {lastIn ? t('reports:coverage.last', { when: moments.at(lastIn.at) }) : t('stations:fresh.never')}
      </span>
      {missing > 0 && (
        <>
          {' · '}
          <a className="warn" href={pathOf({ screen: 'exchange', id: 'gaps' })}>
            {t('stations:missing', { count: missing })}
          </a>
        </>
      )}
    </div>
  )
}

/** What no row can say: that some figures are not all there yet, and who is not in the table because nothing ever came. */
export function CoverageNote({ lines }: { readonly lines: readonly CoverageLine[] }) {
  const { t } = useTranslation('reports')
  const behind = lines.filter(({ fresh, missing }) => fresh !== 'never' && (fresh !== 'fresh' || missing > 0))
  const never = lines.filter(({ fresh }) => fresh === 'never').map(({ name }) => name)
  return (
    <>
      {behind.length > 0 && <p className="small warn">{t('coverage.behind', { count: behind.length })}</p>}
      {never.length > 0 && (
        <p className="small warn">
          {t(never.length > NAMED ? 'coverage.neverMany' : 'coverage.never', {
            count: never.length,
            names: never.slice(0, NAMED).join(t('coverage.and')),
          })}
        </p>
      )}
    </>
  )
}
