import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetCode } from '#core/sheet/sheet.ts'
import { useServices } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useSheetProblemWords } from '#app/ui/use-problem-words.ts'
import { readFile } from './import-state.ts'

export function ChooseFile({ problem }: { problem: SheetCode | null }) {
  const { t } = useTranslation('import')
  const services = useServices()
  const problemWords = useSheetProblemWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined): void => {
    if (file) void readFile(services, file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const drag = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <>
      {problem && (
        <div className="field">
          <Problem words={problemWords(problem)} />
        </div>
      )}
      <div
        className={`import-drop${over ? ' over' : ''}`}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button type="primary" size="large" autoFocus onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <span className="muted">{t('drop')}</span>
        <p className="small muted">{t('kinds')}</p>
        {/* The button above opens it and carries the name. */}
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          hidden
          aria-label={t('choose')}
          onChange={(event) => take(event.target.files?.[0])}
        />
      </div>
    </>
  )
}
