/**
 * One box finds everything: people, cases, providers, and what the program can do. A combobox with a list of groups; the
 * words stay in memory, never in the address. Nothing is asked and nothing fires while an input method composes.
 */
import { Input } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookUp } from '../desk/shapes.ts'
import { useServices } from '../services/services.ts'
import { setCaseFilter } from '../session/case-filter.ts'
import { go } from '../session/route.ts'
import { Kbd } from '../ui/kbd.tsx'
import { ServiceTypeTile } from '../ui/service-type-tile.tsx'
import { shownKey } from '../ui/shown-key.ts'
import type { PaletteCommand } from './use-commands.ts'
import './palette.css'

export const SEARCH_ID = 'search'
const LIST_ID = 'search-found'
/** Commands under the other three groups; typing one more letter narrows them. */
const COMMANDS_SHOWN = 5

type Option = {
  readonly id: string
  readonly run: () => void
  readonly content: ReactNode
}
type Group = { readonly name: 'people' | 'cases' | 'providers' | 'commands'; readonly total: number; readonly options: readonly Option[] } // prettier-ignore

export function Palette({ commands }: { commands: readonly PaletteCommand[] }) {
  const { t } = useTranslation('app')
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [composing, setComposing] = useState(false)
  const asked = words.trim()
  const found = useLookUp(isOpen && !composing ? asked : '', commands)
  const groups = useGroups(found, commands)
  const options = groups.flatMap((group) => group.options)
  const isShown = isOpen && asked !== '' && found !== null && !composing
  const at = active < options.length ? active : -1

  // Words are often names: they do not stay where everybody reads them.
  const clear = (): void => {
    setOpen(false)
    setActive(-1)
    setWords('')
  }
  const leave = (): void => {
    clear()
    document.querySelector<HTMLElement>(`#${SEARCH_ID}`)?.blur()
  }
  const pick = (option: Option): void => {
    leave()
    option.run()
  }
  const listAll = (): void => {
    leave()
    setCaseFilter(asked === '' ? {} : { search: asked })
    go({ screen: 'cases' })
  }
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    switch (event.key) {
      case 'ArrowDown':
        setActive(options.length === 0 ? -1 : (at + 1) % options.length)
        break
      case 'ArrowUp':
        setActive(at <= 0 ? options.length - 1 : at - 1)
        break
      case 'Enter':
        if (isShown && options[at]) pick(options[at])
        else listAll()
        break
      case 'Escape':
        leave()
        break
      default:
        return
    }
    event.preventDefault()
  }

  return (
    <div className="palette" role="search">
      <Input
        id={SEARCH_ID}
        className="search"
        type="search"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-label={t('header.searchLabel')}
        aria-expanded={isShown}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(isShown && options[at] && { 'aria-activedescendant': options[at].id })}
        placeholder={t('header.search')}
        suffix={<Kbd keys="Ctrl K" />}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        // In another window for a moment, the box keeps the focus, and the words.
        onBlur={(event) => (document.activeElement === event.target ? setOpen(false) : clear())}
        onKeyDown={press}
      />
      <div className="card found" hidden={!isShown}>
        <div role="listbox" id={LIST_ID} aria-label={t('find.results')}>
          {isShown &&
            groups.map((group) => (
              <div key={group.name} role="group" aria-labelledby={`found-${group.name}`}>
                <div className="group-name" id={`found-${group.name}`} role="presentation">
                  {t(`find.${group.name}`)}
                  {group.total > group.options.length && (
                    <span className="muted">{t('find.count', { n: group.total.toLocaleString('en') })}</span>
                  )}
                </div>
                {group.options.map((option) => (
                  <div
                    key={option.id}
                    id={option.id}
                    role="option"
                    aria-selected={option === options[at]}
                    className="option"
                    ref={option === options[at] ? intoView : null}
                    // The box keeps the focus: otherwise the list would be gone before the press was one.
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => pick(option)}
                  >
                    {option.content}
                  </div>
                ))}
              </div>
            ))}
        </div>
        <p className="small muted" role="status">
          {isShown && (options.length === 0 ? t('find.none', { words: asked }) : t('find.more'))}
        </p>
      </div>
    </div>
  )
}

const intoView = (option: HTMLElement | null): void => void option?.scrollIntoView({ block: 'nearest' })

/** When the cases of a station that was just opened are still being read, they are asked for again. */
const AGAIN_MS = 250

/** `commands`: their ids. What they are called, and do, is what holds when they are shown. */
type Found = LookUp & { readonly commands: readonly string[] }

/** One question at a time: what was typed while the desk answered is asked after it, and only the last of it. */
function useLookUp(words: string, commands: readonly PaletteCommand[]): Found | null {
  const { desk } = useServices()
  const [found, setFound] = useState<{ readonly words: string; readonly answer: Found } | null>(null)
  const wanted = useRef('')
  const busy = useRef(false)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    wanted.current = words
    if (words === '' || busy.current) return
    const ask = async (): Promise<void> => {
      busy.current = true
      for (let mine = ''; wanted.current !== '' && mine !== wanted.current;) {
        mine = wanted.current
        const answer = await desk.lookUp(
          mine,
          commands.map((command) => command.label),
        )
        setFound({ words: mine, answer: { ...answer, commands: answer.names.map((i) => commands[i]!.id) } })
        if (!answer.partial) continue
        await new Promise((done) => setTimeout(done, AGAIN_MS))
        mine = ''
      }
      busy.current = false
    }
    ask().catch(setFailure)
    // The names of the commands change with the language only, and the words are typed anew then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, words])
  if (failure !== null) throw failure
  // Until the new answer is there the last one stands, unless the box was emptied meanwhile.
  return words === '' ? null : (found?.answer ?? null)
}

function useGroups(found: Found | null, all: readonly PaletteCommand[]): readonly Group[] {
  const { t } = useTranslation(['app', 'codes'])
  if (!found) return []
  const groups: Group[] = [
    {
      name: 'people',
      total: found.totals.people,
      options: found.people.map((person) => ({
        id: `found-${person.id}`,
        run: () => {
          setCaseFilter({ requesterOf: person.id })
          go({ screen: 'cases' })
        },
        content: (
          <>
            <span className="one-line">
              {person.name}
              <span className="muted">
                {[person.phoneTail && t('app:find.tail', { tail: person.phoneTail }), person.place]
                  .filter(Boolean)
                  .map((part) => ` · ${part}`)}
              </span>
            </span>
            <small>
              {t('app:find.requests', { n: person.cases })}
              {person.open > 0 && ` · ${t('app:find.open', { n: person.open })}`}
            </small>
          </>
        ),
      })),
    },
    {
      name: 'cases',
      total: found.totals.cases,
      options: found.cases.map((row) => ({
        id: `found-${row.id}`,
        run: () => go({ screen: 'case', id: row.id }),
        content: (
          <>
            <ServiceTypeTile type={row.serviceType} />
            <span className="one-line">
              {row.title}
              {row.requester && <span className="muted"> · {row.requester}</span>}
            </span>
            <small>
              {row.number} · {t(`codes:statusFilter.${row.status}`)}
            </small>
          </>
        ),
      })),
    },
    {
      name: 'providers',
      total: found.totals.providers,
      options: found.providers.map((provider) => ({
        id: `found-${provider.id}`,
        run: () => go({ screen: 'providers' }),
        content: (
          <>
            <ServiceTypeTile type={provider.serviceType} />
            <span className="one-line">
              {provider.name}
              {provider.services && <span className="muted"> · {provider.services}</span>}
            </span>
          </>
        ),
      })),
    },
    {
      name: 'commands',
      total: 0,
      options: all
        .filter(({ id }) => found.commands.slice(0, COMMANDS_SHOWN).includes(id))
        .map((command) => ({
          id: `found-command-${command.id}`,
          run: command.run,
          content: (
            <>
              <span className="one-line">{command.label}</span>
              {command.key && <Kbd keys={shownKey(command.key)} />}
            </>
          ),
        })),
    },
  ]
  return groups.filter((group) => group.options.length > 0)
}
