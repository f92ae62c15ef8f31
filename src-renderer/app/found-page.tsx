/** What start-up found decides the first page: set up, unlock, restore, or a clear word why it cannot be opened. */
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Found } from '../desk/shapes.ts'
import { useSession } from '../session/session.ts'
import { addRest } from '../text/text.ts'
import { Problem } from '../ui/problem.tsx'
import { StartPage } from './start-page.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** Seen once in a station's life, with its words and the checks of its form: 20 kB (gzip) that every other start does without. */
const SetUpPage = lazy(async () => {
  const [{ SetUpForm }] = await Promise.all([import('../features/settings/set-up/set-up-form.tsx'), addRest()])
  return { default: () => <SetUpForm Page={StartPage} /> }
})

export function FoundPage({ found }: { found: Found }) {
  const { t } = useTranslation(['app'])
  const folder = useSession((session) => session.folder)
  const lockedIdle = useSession((session) => session.lockedIdle)
  switch (found.kind) {
    case 'nothing':
      return (
        <Suspense fallback={null}>
          <SetUpPage />
        </Suspense>
      )
    case 'station':
      return (
        <StartPage title={found.card.name} lead={stationLine(t, found)}>
          {lockedIdle && (
            <p className="idle-note" role="status">
              {t('app:idle')}
            </p>
          )}
          <UnlockForm openLabel={t('app:unlock.open')} />
        </StartPage>
      )
    case 'only-copy':
      return (
        <StartPage title={t('app:restore.title')}>
          <Problem
            mild
            words={{
              what: t('app:restore.what', { name: found.card.name }),
              safe: t('app:restore.safe'),
              todo: t('app:restore.todo'),
            }}
          />
          <p className="muted small folder">{t('app:restore.folder', { folder })}</p>
          <UnlockForm openLabel={t('app:restore.open')} />
        </StartPage>
      )
    case 'locked-out': {
      const words = {
        what: t(`app:lockedOut.${found.reason}.what`),
        safe: t(`app:lockedOut.${found.reason}.safe`),
        todo: t(`app:lockedOut.${found.reason}.todo`),
      }
      return (
        <StartPage title={t('app:lockedOut.title')}>
          <Problem words={words} />
          <p className="muted small folder">{t('app:restore.folder', { folder })}</p>
        </StartPage>
      )
    }
  }
}

type Translate = ReturnType<typeof useTranslation<['app']>>['t']

function stationLine(t: Translate, { card, cases }: Extract<Found, { kind: 'station' }>): string {
  const station = t('app:unlock.station', { short: card.short, letter: card.letter })
  return cases === null ? station : `${station} · ${t('app:unlock.cases', { n: cases.toLocaleString('en') })}`
}
