import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What ties an input to its label and its error; spread it on the input. */
export type FieldBind = {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly status: 'error' | ''
}

type FieldProps = {
  readonly label: string
  /** Words of the error, shown under the input (see use-field-words.ts). */
  readonly error?: string | undefined
  readonly hint?: ReactNode
  /** Marked 可不填. Fields are needed unless they say so. */
  readonly optional?: boolean
  /** Label at the left of the input instead of above it. */
  readonly beside?: boolean
  /** For a group of choices: names it without pointing at one input. */
  readonly group?: boolean
  readonly children: (bind: FieldBind) => ReactNode
}

export function Field({ label, error, hint, optional, beside, group, children }: FieldProps) {
  const id = useId()
  const { t } = useTranslation('app')
  const bind: FieldBind = {
    id,
    'aria-describedby': `${id}-more`,
    'aria-invalid': error !== undefined,
    status: error === undefined ? '' : 'error',
  }
  const name = (
    <>
      {label}
      {optional && <span className="optional">{t('field.optional')}</span>}
    </>
  )
  return (
    <div
      className={`field${beside ? ' beside' : ''}`}
      {...(group && { role: 'group', 'aria-labelledby': `${id}-label` })}
    >
      {group ? (
        <span className="label" id={`${id}-label`}>
          {name}
        </span>
      ) : (
        <label htmlFor={id}>{name}</label>
      )}
      <div>
        {children(bind)}
        <div id={`${id}-more`} aria-live="polite">
          {error !== undefined && <div className="problem-words">{error}</div>}
          {hint !== undefined && <div className="hint">{hint}</div>}
        </div>
      </div>
    </div>
  )
}
