import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setCaseFilter, useCaseFilter } from '../session/case-filter.ts'
import { go } from '../session/route.ts'
import { Kbd } from '../ui/kbd.tsx'
import { LanguageSwitch } from './language-switch.tsx'

export const SEARCH_ID = 'search'

export function TopBar({ station, user, onLock }: { station: string; user: string; onLock: () => void }) {
  const { t } = useTranslation('app')
  const search = useCaseFilter((state) => state.filter.search ?? '')
  return (
    <header>
      <b>{t('name')}</b>
      <span className="muted one-line station">{station}</span>
      {/* The list may clear or change the search by itself. */}
      <SearchBox key={search} search={search} />
      <div className="row who">
        <span className="muted one-line">{user}</span>
        <LanguageSwitch />
        <button type="button" className="plain" onClick={onLock}>
          <Kbd keys="Ctrl L" /> {t('header.lock')}
        </button>
      </div>
    </header>
  )
}

/** Enter opens the case list with these words. They stay in memory and out of the address. */
function SearchBox({ search }: { search: string }) {
  const { t } = useTranslation('app')
  const [words, setWords] = useState(search)
  const find = (text: string): void => {
    setCaseFilter(text === '' ? {} : { search: text })
    go({ screen: 'cases' })
  }
  return (
    <Input
      id={SEARCH_ID}
      className="search"
      type="search"
      autoComplete="off"
      spellCheck={false}
      aria-label={t('header.searchLabel')}
      placeholder={t('header.search')}
      suffix={<Kbd keys="Ctrl K" />}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      // antd calls it for Enter only outside of a composition.
      onPressEnter={(event) => {
        if (event.nativeEvent.isComposing) return
        event.currentTarget.blur()
        find(words.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        setWords(search)
        event.currentTarget.blur()
      }}
    />
  )
}
