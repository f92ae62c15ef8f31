/** 案例与政策: two lists that are searched alike; a card opens beside its list. */
import { Button, Select } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardFilter, PolicyRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { CardRows } from './card-rows.tsx'
import { useCardSheet } from './card-sheet.ts'
import type { Cards } from './cards.ts'
import { PolicyForm } from './policy-form.tsx'
import { PolicyMonths } from './policy-months.tsx'
import { WayDrawer } from './way-drawer.tsx'
import './learning.css'

const TABS = ['models', 'policies'] as const
type Tab = (typeof TABS)[number]

type LearningScreenProps = {
  /** A tab, or a card. */
  readonly id?: string
  /** What is printed of the list, from app/learning-page.tsx. */
  readonly Print: ComponentType<{ readonly cards: Cards; readonly disabled: boolean }>
}

export function LearningScreen({ id, Print }: LearningScreenProps) {
  const { t } = useTranslation('learning')
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const revision = useSession((session) => session.revision)
  const tab: Tab = id === 'policies' || id?.startsWith('policy-card:') ? 'policies' : 'models'
  const [words, setWords] = useState('')
  const [category, setCategory] = useState('')
  const [retired, setRetired] = useState(false)
  const [chosen, setChosen] = useState(0)
  const [writing, setWriting] = useState<PolicyRow | 'new' | null>(null)
  const filter: CardFilter = { words, category, retired }
  const cards = useAnswer(
    async (): Promise<Cards> =>
      tab === 'models'
        ? { kind: 'models', rows: await desk.modelCases(filter) }
        : { kind: 'policies', rows: await desk.policyCards(filter) },
    [desk, revision, tab, words, category, retired],
  )
  const choices = useAnswer(() => desk.categoryChoices(language === 'en' ? 'en' : 'zh'), [desk, language])
  const sheetOf = useCardSheet()
  const shown = cards?.kind === tab ? cards : null
  const count = shown?.rows.length ?? 0
  const at = Math.max(0, Math.min(chosen, count - 1))
  const openCard = id?.includes(':') ? id : null
  const open = (i: number): void => {
    const row = shown?.rows[i]
    if (row) go({ screen: 'learning', id: row.id })
  }
  const close = (): void => go({ screen: 'learning', id: tab })
  const write = (): void => setWriting('new')
  useRowKeys({ at, total: count, onSelect: setChosen, onOpen: open, openLabel: t('open'), page: 8 })
  useKeys([
    ...(tab === 'policies' ? [{ key: 'N', label: t('policies.new'), run: write }] : []),
    ...TABS.map((one, i) => ({ key: String(i + 1), label: t(`tab.${one}`), run: () => go({ screen: 'learning', id: one }), quiet: true })), // prettier-ignore
  ])
  const out = useExport<'list'>({
    name: `${t(`tab.${tab}`)}-${dayOf(momentOf(clock()))}`,
    make: async (format) => {
      if (!shown) return null
      const sheet = sheetOf(shown)
      return { bytes: await desk.writeSheet(sheet, format), count: sheet.rows.length }
    },
    save: host.saveFile,
    clock,
  })
  const isFiltered = words !== '' || category !== '' || retired
  return (
    <>
      <PageHead title={t('title')} aside={t('lead')}>
        <ExportMenu out={out} disabled={count === 0} kinds={[{ kind: 'list', words: '' }]} />
        {shown && <Print cards={shown} disabled={count === 0} />}
        {tab === 'policies' && (
          <Button type="primary" onClick={write} aria-keyshortcuts="N">
            {t('policies.new')}
            <Kbd keys="N" />
          </Button>
        )}
      </PageHead>
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('exported', { count: n })} />
      <div className="row learning-tools">
        <Chips
          options={TABS.map((one, i) => ({
            value: one,
            label: (
              <>
                {t(`tab.${one}`)} <Kbd keys={String(i + 1)} />
              </>
            ),
          }))}
          value={tab}
          onChange={(one) => go({ screen: 'learning', id: one })}
        />
        <SearchBox
          label={t('searchFor')}
          hint={t('search')}
          className="learning-search"
          value={words}
          onSearch={setWords}
        />
        <Select
          aria-label={t('category')}
          className="learning-category"
          popupMatchSelectWidth={false}
          showSearch
          optionFilterProp="label"
          value={category}
          options={[{ value: '', label: t('allCategories') }, ...(choices ?? []).map((one) => ({ value: one.id, label: one.words }))]} // prettier-ignore
          onChange={setCategory}
        />
        <Button aria-pressed={retired} onClick={() => setRetired(!retired)}>
          {t(retired ? 'showUsed' : 'showRetired')}
        </Button>
        {tab === 'policies' && <PolicyMonths />}
      </div>
      {!shown && <p className="muted">{t('loading')}</p>}
      {shown && count === 0 && (
        <div className="card">
          <EmptyState
            title={isFiltered ? t('ways.none') : t(`${tab}.emptyTitle`)}
            text={isFiltered ? t('search') : t(`${tab}.emptyText`)}
          />
        </div>
      )}
      {shown && count > 0 && <CardRows cards={shown} at={at} onSelect={setChosen} onOpen={open} />}
      {openCard !== null && <WayDrawer key={openCard} id={openCard} onEdit={setWriting} onClose={close} />}
      {writing !== null && (
        <PolicyForm
          card={writing === 'new' ? null : writing}
          onSaved={(card) => {
            setWriting(null)
            go({ screen: 'learning', id: card })
          }}
          onLeave={() => setWriting(null)}
        />
      )}
    </>
  )
}
