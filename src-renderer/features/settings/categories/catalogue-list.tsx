/** Every leaf under its group; the box finds by name, initials and code. A press opens the leaf with its versions. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueShown } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Category } from '#core/category/category.ts'
import type { LeafFields } from '#core/category/fields.ts'
import { useNow } from '#app/session/now.ts'
import { dayOf } from '#core/lib/time.ts'
import { leafForm, type LeafContext } from './leaf-form.tsx'
import './categories.css'

export function CatalogueList({ shown: { leaves, changed } }: { readonly shown: CatalogueShown }) {
  const { t } = useTranslation('categories')
  const { desk } = useServices()
  const names = useTwoNames()
  const today = dayOf(useNow())
  const [words, setWords] = useState('')
  const [context, setContext] = useState<LeafContext | null>(null)
  const [savedFrom, setSavedFrom] = useState<string | null>(null)
  const found = useAnswer(() => desk.findCategories(words), [desk, words, leaves])
  const wanted = words === '' ? null : new Set(found ?? [])
  const listed = leaves.filter(({ code }) => wanted === null || wanted.has(code))
  const groups = new Map<string, Category[]>()
  for (const leaf of listed) {
    const own = groups.get(leaf.code.slice(1, 5))
    if (own) own.push(leaf)
    else groups.set(leaf.code.slice(1, 5), [leaf])
  }
  return (
    <>
      <div className="row">
        <SearchBox
          className="catalogue-search"
          label={t('settings.search')}
          hint={t('settings.searchHint')}
          onSearch={setWords}
        />
        <Button onClick={() => setContext({ leaf: null, leaves, today })}>{t('settings.add')}</Button>
      </div>
      {savedFrom !== null && <p role="status">{t('settings.saved', { day: savedFrom })}</p>}
      {listed.length === 0 && <p className="muted">{t('settings.none')}</p>}
      <div className="catalogue">
        {[...groups].map(([code, own]) => (
          <section key={code}>
            <h3>
              {names(own[0]!.level1)} / {names(own[0]!.level2)}
            </h3>
            <ul className="plain-list">
              {own.map((leaf) => (
                <li key={leaf.code}>
                  <button type="button" className="catalogue-leaf" onClick={() => setContext({ leaf, leaves, today })}>
                    <LeafRow leaf={leaf} isOwn={changed.includes(leaf.code)} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {context && (
        <FormDrawer
          key={context.leaf?.code ?? 'new'}
          title={t(context.leaf ? 'settings.changeTitle' : 'settings.addTitle')}
          saveLabel={t('settings.save')}
          spec={leafForm}
          context={context}
          save={async (input) => {
            const saved = await desk.run({ name: 'save-category', input: input as LeafFields })
            return saved.ok ? { ok: true, value: (input as LeafFields).inForce } : saved
          }}
          onSaved={(day) => {
            setSavedFrom(day)
            setContext(null)
          }}
          onLeave={() => setContext(null)}
        />
      )}
    </>
  )
}

function LeafRow({ leaf, isOwn }: { readonly leaf: Category; readonly isOwn: boolean }) {
  const { t } = useTranslation('categories')
  const names = useTwoNames()
  return (
    <>
      <ServiceTypeTile type={leaf.serviceType} />
      <span className="muted small">{leaf.code}</span>
      <b>{names(leaf.name)}</b>
      <span className="muted small">
        {[
          t(`duty.${leaf.duty}`),
          t(`way.${leaf.way}`),
          isOwn && t('settings.own'),
          leaf.retired && t('settings.retired'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
