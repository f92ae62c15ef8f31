import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Kbd } from './kbd.tsx'
import { useKeys } from './keys.ts'

/** A pause in typing after which the desk is asked: shorter than anybody notices, longer than a fast typist's gap. */
const PAUSE_MS = 120

type SearchBoxProps = {
  /** What the box finds: its spoken name, and the word beside its key in the list of keys. */
  readonly label: string
  readonly hint: string
  readonly className: string
  /** Where the words are kept outside of the box; without it they are the box's own. */
  readonly value?: string
  readonly onSearch: (words: string) => void
  /** ↓ and Enter go to the rows. */
  readonly onRows?: () => void
}

/** The search above a list, on key /. Nothing is searched while an input method composes. */
export function SearchBox({ label, hint, className, value = '', onSearch, onRows }: SearchBoxProps) {
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The words may be changed or cleared from outside.
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
  useKeys([{ key: '/', label, run: () => input.current?.focus() }])
  return (
    <Input
      ref={input}
      className={className}
      aria-label={label}
      placeholder={hint}
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
        onRows?.()
      }}
    />
  )
}
