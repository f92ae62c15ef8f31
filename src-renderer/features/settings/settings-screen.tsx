/** 设置: one long page in named parts; the list at its left goes to each of them. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/session/session.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { AboutCard } from './about-card.tsx'
import { CategoriesCard } from './categories/categories-card.tsx'
import { BackupCard } from './backup-card.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { CheckCard } from './check-card.tsx'
import { CommandLineCard } from './command-line-card.tsx'
import { DesktopCard } from './desktop-card.tsx'
import { DisplayCard } from './display-card.tsx'
import { LimitsCard } from './limits-card.tsx'
import { ModulesCard } from './modules-card.tsx'
import { OfficeCard } from './office-card.tsx'
import { RatesCard } from './rates-card.tsx'
import { RevisitCard } from './revisit-card.tsx'
import { StaffCard } from './staff-card.tsx'
import { StationCard } from './station-card.tsx'
import './settings.css'

/** To add one: here, in `cards` below, and its word under `section` in text/<language>/settings.ts. */
const SECTIONS = [
  'station',
  'staff',
  'limits',
  'categories',
  'revisit',
  'rates',
  'display',
  'modules',
  'safety',
  'desktop',
  'about',
] as const
type Section = (typeof SECTIONS)[number]

const cards: Readonly<Record<Section, ReactNode>> = {
  station: (
    <>
      <StationCard />
      <OfficeCard />
    </>
  ),
  staff: <StaffCard />,
  limits: (
    <>
      <LimitsCard />
      <CalendarCard />
    </>
  ),
  categories: <CategoriesCard />,
  revisit: <RevisitCard />,
  rates: <RatesCard />,
  display: <DisplayCard />,
  modules: <ModulesCard />,
  safety: (
    <>
      <BackupCard />
      <CheckCard />
      <CommandLineCard />
    </>
  ),
  desktop: <DesktopCard />,
  about: <AboutCard />,
}

export function SettingsScreen() {
  const { t } = useTranslation('settings')
  const isDesktop = useSession((session) => session.edition === 'desktop')
  const sections = SECTIONS.filter((name) => name !== 'desktop' || isDesktop)
  const page = useRef<HTMLDivElement>(null)
  const [here, show] = useSectionInView(page)
  return (
    <>
      <PageHead title={t('title')} />
      <div className="settings">
        <nav aria-label={t('section.label')}>
          {sections.map((name) => (
            <button
              key={name}
              type="button"
              onClick={() => show(name)}
              {...(name === here && { 'aria-current': 'true' as const })}
            >
              {t(`section.${name}`)}
            </button>
          ))}
        </nav>
        <div ref={page} className="settings-sections">
          {sections.map((name) => (
            <section key={name} data-section={name} tabIndex={-1} aria-labelledby={`settings-${name}`}>
              <h2 id={`settings-${name}`}>{t(`section.${name}`)}</h2>
              {cards[name]}
            </section>
          ))}
        </div>
      </div>
    </>
  )
}

/** From here on a part is where one is: one that only shows its last line is not. Pixels under the top of what scrolls. */
const BEGINS = 90

/**
 * The part at the top of the page; the one that was chosen, as long as nobody scrolls away: the last ones may be too
 * short to get there.
 */
function useSectionInView(page: React.RefObject<HTMLDivElement | null>): readonly [Section, (name: Section) => void] {
  const [here, setHere] = useState<Section>('station')
  const chosenAt = useRef<number | null>(null)
  useEffect(() => {
    const main = page.current?.closest('main')
    if (!main) return
    const look = (): void => {
      const atEnd = main.scrollTop + main.clientHeight >= main.scrollHeight - 2
      if (chosenAt.current !== null && (atEnd || main.scrollTop === chosenAt.current)) return
      chosenAt.current = null
      const top = main.getBoundingClientRect().top + BEGINS
      const parts = [...main.querySelectorAll<HTMLElement>('[data-section]')]
      const first = atEnd ? parts.at(-1) : parts.find((part) => part.getBoundingClientRect().bottom > top)
      if (first) setHere(first.dataset['section'] as Section)
    }
    main.addEventListener('scroll', look, { passive: true })
    return () => main.removeEventListener('scroll', look)
  }, [page])
  const choose = (name: Section): void => {
    const section = page.current?.querySelector<HTMLElement>(`[data-section=${name}]`)
    section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
    chosenAt.current = page.current?.closest('main')?.scrollTop ?? null
    setHere(name)
  }
  return [here, choose]
}
