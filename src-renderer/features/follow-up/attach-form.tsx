import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ATTACH, LARGEST, type Attach } from './attach-files.ts'
import { sizeWords } from './attachments/size-words.ts'

export const attachForm: FormSpec<CaseView> = {
  schema: ATTACH,
  start: (view) => ({ case: view.file.id, files: [] }),
  Fields,
}

function Fields() {
  const { t } = useTranslation('case-file')
  const { field, fieldState } = useController<Attach, 'files'>({ name: 'files' })
  const [tooBig, setTooBig] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const add = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    const big = files.find((file) => file.size > LARGEST)
    setTooBig(big?.name ?? null)
    field.onChange([...field.value, ...files.filter((file) => file.size <= LARGEST)])
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    add(event.dataTransfer.files)
  }
  return (
    <Field
      label={t('field.files')}
      error={
        tooBig !== null ? t('field.fileTooBig', { name: tooBig }) : fieldState.error ? t('field.noFiles') : undefined
      }
      hint={t('field.filesHint')}
    >
      {(bind) => (
        <div className="file-drop" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
          <input
            id={bind.id}
            aria-describedby={bind['aria-describedby']}
            aria-invalid={bind['aria-invalid']}
            ref={input}
            type="file"
            multiple
            className="spoken-only"
            onChange={(event) => add(event.target.files)}
          />
          <Button ref={field.ref} onClick={() => input.current?.click()}>
            {t('field.chooseFiles')}
          </Button>
          <ul>
            {field.value.map((file, i) => (
              <li key={`${i}${file.name}`}>
                <span className="one-line">{file.name}</span>
                <span className="muted small">{sizeWords(file.size)}</span>
                <Button
                  size="small"
                  type="text"
                  aria-label={t('field.leaveOut', { name: file.name })}
                  onClick={() => field.onChange(field.value.filter((other) => other !== file))}
                >
                  ✕
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  )
}
