import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyLayers, type KeyBinding } from '../ui/keys.ts'
import { shownKey } from '../ui/shown-key.ts'

/** Every key that works right now, made from the bindings themselves; those of the search box are the box's own. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app')
  const dialog = useRef<HTMLDialogElement>(null)
  const layers = useKeyLayers((state) => state.layers)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const bindings = (global: boolean): KeyTableProps['bindings'] =>
    layers.filter((layer) => layer.global === global).flatMap((layer) => layer.bindings)
  const here = bindings(false)
  const inFind = [
    { key: 'ArrowUp', label: t('keys.findPick') },
    { key: 'Enter', label: t('keys.findOpen') },
    { key: 'Escape', label: t('keys.findLeave') },
  ]
  return (
    <dialog ref={dialog} className="card keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h1 id="keys-title">{t('keys.title')}</h1>
      {/* In large print there may be more than fits: the arrows move it. */}
      <div className="keys-groups" role="region" aria-labelledby="keys-title" tabIndex={0}>
        {here.length > 0 && (
          <div className="here">
            <KeyTable title={t('keys.here')} bindings={here} />
          </div>
        )}
        <div>
          <KeyTable title={t('keys.everywhere')} bindings={bindings(true)} />
          <KeyTable title={t('keys.inFind')} bindings={inFind} />
        </div>
      </div>
      <p className="small muted">{t('keys.ime')}</p>
      <form method="dialog" className="row form-buttons">
        <Button type="primary" htmlType="submit">
          {t('keys.close')}
        </Button>
      </form>
    </dialog>
  )
}

type KeyTableProps = { readonly title: string; readonly bindings: readonly Pick<KeyBinding, 'key' | 'label'>[] }

function KeyTable({ title, bindings }: KeyTableProps) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className="keys-list">
        {bindings.map(({ key, label }) => (
          <div key={`${key} ${label}`}>
            <dt>
              <kbd>
                {key === 'ArrowUp' && bindings.every((other) => other.key !== 'ArrowDown') ? '↑ ↓' : shownKey(key)}
              </kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
