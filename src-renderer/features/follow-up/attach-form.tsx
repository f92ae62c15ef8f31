import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView, DeskApi, RunCode } from '#app/services/desk-types.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { BLOB_BYTES } from '#core/host/host.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'

/** Sealing adds a frame around the bytes. */
const LARGEST = BLOB_BYTES - 4096

const ATTACH = z.object({ case: z.string(), files: z.array(z.instanceof(File)).min(1) })
type Attach = z.infer<typeof ATTACH>

export const attachForm: FormSpec<CaseView> = {
  schema: ATTACH,
  start: (view) => ({ case: view.file.id, files: [] }),
  Fields,
}

/** What a broken-off attempt had stored already: trying again must not attach it twice. */
const stored = new WeakSet<File>()

/** One act per file, in the order chosen; stops at the first that could not be stored (those before it are safe). */
export async function attachFiles(desk: DeskApi, input: Attach): Promise<Result<null, RunCode>> {
  for (const file of input.files) {
    if (stored.has(file)) continue
    const attached = await desk.attach(
      input.case,
      file.name,
      file.type || 'application/octet-stream',
      new Uint8Array(await file.arrayBuffer()),
    )
    if (!attached.ok) return attached
    stored.add(file)
  }
  return ok(null)
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
              <li key={`${i}${file.name}`} className="one-line">
                {file.name}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  )
}
