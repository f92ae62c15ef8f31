/** 设置: one long page in named parts; the list at its left goes to each of them. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/session/session.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { AboutCard } from './about-card.tsx'
import { BackupCard } from './backup-card.tsx'
import { CheckCard } from './check-card.tsx'
import { CommandLineCard } from './command-line-card.tsx'
import { DesktopCard } from './desktop-card.tsx'
import { DisplayCard } from './display-card.tsx'
import { ModulesCard } from './modules-card.tsx'
import { StationCard } from './station-card.tsx'
import './settings.css'

/** To add one: here, in `cards` below, and its word under `section` in text/<language>/settings.ts. */
const SECTIONS = ['station', 'display', 'modules', 'safety', 'desktop', 'about'] as const
type Section = (typeof SECTIONS)[number]

const cards: Readonly<Record<Section, ReactNode>> = {
  station: <StationCard />,
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
  const here = useSectionInView(page)
  const show = (name: Section): void => {
    const section = page.current?.querySelector<HTMLElement>(`[data-section=${name}]`)
    section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
  }
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

/** The part at the top of the page, as far as one can tell from scrolling. */
function useSectionInView(page: React.RefObject<HTMLDivElement | null>): Section {
  const [here, setHere] = useState<Section>('station')
  useEffect(() => {
    const parts = [...(page.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
    const seen = new Set<Element>()
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) seen.add(target)
          else seen.delete(target)
        const first = parts.find((part) => seen.has(part))
        if (first) setHere(first.dataset['section'] as Section)
      },
      // The upper third: a part that only shows its last line is not where one is.
      { rootMargin: '-90px 0px -60% 0px' },
    )
    for (const part of parts) watch.observe(part)
    return () => watch.disconnect()
  }, [page])
  return here
}
