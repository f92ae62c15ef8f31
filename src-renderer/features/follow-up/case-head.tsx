/** Tile, title, number and kind; at most three buttons, the next step last and accented; the rest under 更多. */
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { shownKey } from '#app/ui/shown-key.ts'
import { categoryOf } from '#core/case-file/status.ts'
import { CASE_ACTIONS, isOffered, whyNot, type ActionName } from './case-action.ts'

type CaseHeadProps = {
  readonly view: CaseView
  readonly first: ActionName
  readonly beside: readonly ActionName[]
  readonly wordOf: (name: ActionName) => string
  readonly onAction: (name: ActionName) => void
  /** The button that prints, from app/case-actions.tsx. */
  readonly print: ReactNode
}

export function CaseHead({ view, first, beside, wordOf, onAction, print }: CaseHeadProps) {
  const { t } = useTranslation(['case-file', 'codes'])
  const names = useTwoNames()
  const { number = '', requestKind, title } = view.file.fields
  const category = categoryOf(view.file)
  const leaf = view.categoryNames[category]
  const shown = new Set<ActionName>([first, ...beside])
  // At an upper office no title is known: what kind of matter it is, or its number.
  const kind = leaf ? names(leaf) : category
  const heading = title || kind || number
  const aside = [
    heading !== number && number,
    view.station?.name,
    requestKind && t(`codes:requestKind.${requestKind}`),
    heading !== kind && kind,
    view.round > 1 && t('round', { count: view.round }),
  ]
  return (
    <PageHead
      before={<ServiceTypeTile type={view.serviceType} large />}
      title={heading}
      aside={aside.filter(Boolean).join(' · ')}
    >
      <Dropdown
        trigger={['click']}
        menu={{
          items: CASE_ACTIONS.filter((action) => !shown.has(action.name) && isOffered(view, action)).map((action) => ({
            key: action.name,
            label: (
              <span className={`row${whyNot(view, action.command) ? ' not-now' : ''}`}>
                {wordOf(action.name)} <Kbd keys={shownKey(action.key)} />
              </span>
            ),
          })),
          onClick: ({ key }) => onAction(key as ActionName),
        }}
      >
        <Button>{t('more')} ▾</Button>
      </Dropdown>
      {print}
      {beside.map((name) => (
        <ActionButton key={name} name={name} word={wordOf(name)} onClick={() => onAction(name)} />
      ))}
      <ActionButton name={first} word={wordOf(first)} primary onClick={() => onAction(first)} />
    </PageHead>
  )
}

type ActionButtonProps = {
  readonly name: ActionName
  readonly word: string
  readonly primary?: boolean
  readonly onClick: () => void
}

function ActionButton({ name, word, primary = false, onClick }: ActionButtonProps) {
  const key = CASE_ACTIONS.find((action) => action.name === name)?.key ?? ''
  return (
    <Button type={primary ? 'primary' : 'default'} onClick={onClick} aria-keyshortcuts={key}>
      {word}
      <Kbd keys={shownKey(key)} />
    </Button>
  )
}
