/** 附件: by button, by Ctrl+U, dropped anywhere on the form or pasted. On the disk, sealed, before the draft names them. */
import { Button } from 'antd'
import { useRef, useState, type ClipboardEvent, type DragEvent, type RefObject } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { BLOB_BYTES, type HostCode } from '#core/host/host.ts'
import { MOST_FILES, type Intake, type KeptFile } from '#core/intake/receive-case.ts'
import type { RequestValues } from './blank-request.ts'

/** Sealing adds a frame around the bytes. */
const LARGEST = BLOB_BYTES - 4096

type FilesProblem =
  | { readonly kind: 'too-big'; readonly name: string }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'not-kept'; readonly code: HostCode }

export type Files = {
  readonly kept: readonly KeptFile[]
  readonly input: RefObject<HTMLInputElement | null>
  readonly problem: FilesProblem | null
  /** Files are being carried over the form. */
  readonly over: boolean
  readonly add: (files: readonly File[]) => Promise<void>
  readonly remove: (blob: string) => void
  /** Opens the system's dialog. */
  readonly choose: () => void
  /** For the form: it takes what is dropped and pasted. */
  readonly takes: {
    readonly onPaste: (event: ClipboardEvent) => void
    readonly onDrop: (event: DragEvent) => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
  }
}

export function useFiles(form: UseFormReturn<RequestValues, unknown, Intake>): Files {
  const { desk } = useServices()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<FilesProblem | null>(null)
  const [over, setOver] = useState(false)
  const kept = useWatch({ control: form.control, name: 'files' }) ?? NONE
  const now = (): readonly KeptFile[] => form.getValues('files') ?? NONE
  const set = (files: readonly KeptFile[]): void => form.setValue('files', [...files], { shouldDirty: true })

  const add = async (files: readonly File[]): Promise<void> => {
    setProblem(null)
    for (const file of files) {
      if (file.size > LARGEST) {
        setProblem({ kind: 'too-big', name: file.name })
        continue
      }
      if (now().length >= MOST_FILES) return setProblem({ kind: 'too-many' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      const stored = await desk.keepFile(file.name.slice(-200), file.type || 'application/octet-stream', bytes)
      if (!stored.ok) return setProblem({ kind: 'not-kept', code: stored.error })
      set([...now(), stored.value])
    }
  }
  const holdsFiles = (transfer: DataTransfer): boolean => transfer.types.includes('Files')
  return {
    kept,
    input,
    problem,
    over,
    add,
    remove: (blob) => {
      set(now().filter((file) => file.blob !== blob))
      void desk.dropFile(blob)
    },
    choose: () => input.current?.click(),
    takes: {
      onPaste: (event) => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        void add([...event.clipboardData.files])
      },
      onDragOver: (event) => {
        if (!holdsFiles(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event) => {
        setOver(false)
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        void add([...event.dataTransfer.files])
      },
    },
  }
}

const NONE: readonly KeptFile[] = []

export function FilesField({ files }: { readonly files: Files }) {
  const { t } = useTranslation('intake')
  const problemWords = useProblemWords()
  const { kept, problem } = files
  const error =
    problem?.kind === 'too-big'
      ? t('fileTooBig', { name: problem.name })
      : problem?.kind === 'too-many'
        ? t('tooManyFiles', { count: MOST_FILES })
        : problem && Object.values(problemWords(problem.code)).join(' ')
  return (
    <Field label={t('files')} beside optional={false} error={error ?? undefined}>
      {(bind) => (
        <div className="intake-files">
          <input
            id={bind.id}
            aria-describedby={bind['aria-describedby']}
            ref={files.input}
            type="file"
            multiple
            tabIndex={-1}
            className="spoken-only"
            onChange={(event) => {
              void files.add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Button onClick={files.choose}>{t('chooseFiles')}</Button>
          {kept.map((file) => (
            <span key={file.blob} className="kept-file">
              <span className="one-line" title={file.name}>
                {file.name}
              </span>
              <button
                type="button"
                className="plain"
                aria-label={`${t('removeFile')} ${file.name}`}
                onClick={() => files.remove(file.blob)}
              >
                ×
              </button>
            </span>
          ))}
          {kept.length === 0 && (
            <span className="muted small">
              {t('filesHint')} <Kbd keys="Ctrl U" />
            </span>
          )}
        </div>
      )}
    </Field>
  )
}
