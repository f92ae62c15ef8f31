import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'

/** A pause in typing after which the desk is asked: shorter than anybody notices, longer than a fast typist's gap. */
const PAUSE_MS = 120

type SearchBoxProps = {
  readonly value: string
  readonly onSearch: (words: string) => void
  readonly onRows: () => void
}

/** Characters, pinyin or initials. Nothing is searched while an input method composes. */
export function SearchBox({ value, onSearch, onRows }: SearchBoxProps) {
  const { t } = useTranslation('cases')
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The header's search box writes the same filter.
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (value !== typed.trim()) setTyped(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (words: string, pause = PAUSE_MS): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(words.trim()), pause)
  }
  useKeys([{ key: '/', label: t('search'), run: () => input.current?.focus() }])
  return (
    <Input
      ref={input}
      className="search"
      aria-label={t('search')}
      placeholder={t('searchHint')}
      suffix={<Kbd keys="/" />}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!composing.current) search(event.target.value)
      }}
      onCompositionStart={() => {
        composing.current = true
        clearTimeout(timer.current)
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        search(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
        event.preventDefault()
        search(typed, 0)
        input.current?.blur()
        onRows()
      }}
    />
  )
}
