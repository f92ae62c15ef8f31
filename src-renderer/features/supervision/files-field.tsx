/** Evidence: which of the case's attachments show it. */
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'

type FilesFieldProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

/** Nothing where the case has no files. */
export function FilesField<T extends FieldValues>({ name, label, files }: FilesFieldProps<T>) {
  const { field } = useController<T>({ name })
  if (files.length === 0) return null
  const chosen: readonly string[] = Array.isArray(field.value) ? field.value : []
  return (
    <fieldset className="field supervision-files">
      <legend>{label}</legend>
      {files.map((file) => (
        <label key={file.id}>
          <input
            type="checkbox"
            checked={chosen.includes(file.id)}
            onChange={({ target }) =>
              field.onChange(target.checked ? [...chosen, file.id] : chosen.filter((id) => id !== file.id))
            }
          />
          {file.name}
        </label>
      ))}
    </fieldset>
  )
}
