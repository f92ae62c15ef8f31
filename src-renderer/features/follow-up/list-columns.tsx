/** 列: which columns stand beside the request, and in which order. */
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { CASE_COLUMN_NAMES, USUAL_COLUMNS, type CaseColumnName } from '#app/ui/case-rows-columns.tsx'
import { setColumns, useListPlace } from './list-place.ts'
import { columnsHere, useIsOffice } from './use-office.ts'

export function ListColumns() {
  const { t } = useTranslation('cases')
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={<ColumnList />}>
      <Button>{t('columns.button')} ▾</Button>
    </Popover>
  )
}

function ColumnList() {
  const { t } = useTranslation('cases')
  const isOffice = useIsOffice()
  const chosen = columnsHere(
    useListPlace((place) => place.columns),
    isOffice,
  )
  const rest = CASE_COLUMN_NAMES.filter((name) => !chosen.includes(name) && (isOffice || name !== 'station'))
  const toggle = (name: CaseColumnName): void =>
    setColumns(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
  const move = (name: CaseColumnName, by: -1 | 1): void => {
    const at = chosen.indexOf(name)
    const others = chosen.filter((one) => one !== name)
    setColumns([...others.slice(0, at + by), name, ...others.slice(at + by)])
  }
  return (
    <div className="list-columns">
      <p className="small muted">{t('columns.hint')}</p>
      {[...chosen, ...rest].map((name) => {
        const at = chosen.indexOf(name)
        const word = t(`column.${name}`)
        return (
          <div key={name} className="row">
            <Checkbox checked={at >= 0} onChange={() => toggle(name)}>
              {word}
            </Checkbox>
            {at >= 0 && (
              <span>
                <Button
                  size="small"
                  type="text"
                  disabled={at === 0}
                  aria-label={`${t('columns.forward')} ${word}`}
                  onClick={() => move(name, -1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  type="text"
                  disabled={at === chosen.length - 1}
                  aria-label={`${t('columns.back')} ${word}`}
                  onClick={() => move(name, 1)}
                >
                  ↓
                </Button>
              </span>
            )}
          </div>
        )
      })}
      <Button className="usual" size="small" type="link" onClick={() => setColumns(USUAL_COLUMNS)}>
        {t('columns.usual')}
      </Button>
    </div>
  )
}
