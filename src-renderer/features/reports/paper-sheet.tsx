/** Draws what src-core/reports/papers put together. The same on the screen, in print and in a PDF. */
import type { PaperPart, PaperSheet as Sheet } from '#core/reports/papers/paper.ts'
import type { PaperWords } from '#core/reports/papers/paper-words.ts'
import { PaperDoors } from './paper-doors.tsx'
import { PaperPoster } from './paper-poster.tsx'
import { PaperRevisits } from './paper-revisits.tsx'
import './paper.css'

/** A box with more than this may be cut between two lines; a shorter one stays whole. Characters. */
const FLOWS = 300
/** A row of a table is left whole longer, because its boxes stay open where it is cut. */
const ROW_FLOWS = 1_200
/** A table of more columns is set smaller; one of no more rows stays on one sheet. */
const DENSE_FROM = 7
const WHOLE = 8

export function PaperSheet({ sheet, words }: { readonly sheet: Sheet; readonly words: PaperWords }) {
  return (
    <>
      <header className="paper-head">
        <div className="paper-station">{sheet.station}</div>
        <h3>{sheet.title}</h3>
        {(sheet.copy || sheet.number) && (
          <div className="paper-line">
            <span>{sheet.copy}</span>
            <span>{sheet.number && words.number(sheet.number)}</span>
          </div>
        )}
      </header>
      {sheet.parts.map((part, i) => (
        <Part key={i} part={part} words={words} />
      ))}
    </>
  )
}

function Part({ part, words }: { readonly part: PaperPart; readonly words: PaperWords }) {
  switch (part.kind) {
    case 'letter':
      return (
        <div className="paper-letter">
          {part.to && <p>{part.to}</p>}
          <p className={part.to ? 'indented' : ''}>{part.text}</p>
        </div>
      )
    case 'heading':
      return <h4 className="paper-heading">{part.text}</h4>
    case 'text':
      return (
        <div className="paper-letter paper-text">
          {part.paragraphs.map((text) => (
            <p key={text} className="indented">
              {text}
            </p>
          ))}
        </div>
      )
    case 'boxes':
      return <Boxes rows={part.rows} />
    case 'road':
      return <Road steps={part.steps} />
    case 'table':
      return <Table part={part} />
    case 'remarks':
      return (
        <section className="paper-remarks">
          {part.title && <h4>{part.title}</h4>}
          <ol className={part.lines.length === 1 ? 'single' : ''}>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      )
    case 'signing':
      return <Signing part={part} words={words} />
    case 'doors':
      return <PaperDoors part={part} />
    case 'revisits':
      return <PaperRevisits part={part} />
    case 'poster':
      return <PaperPoster part={part} />
    case 'next':
      return (
        <section className="paper-next">
          <PaperSheet sheet={part.sheet} words={words} />
        </section>
      )
    case 'stub':
      return (
        <section className="paper-stub">
          <div className="paper-cut">
            <span>{part.along}</span>
          </div>
          <PaperSheet sheet={part.sheet} words={words} />
        </section>
      )
  }
}

type BoxRows = Extract<PaperPart, { kind: 'boxes' }>['rows']

/** A long text is no row of a table: see `.paper-flow`. The rows before and after it are tables of their own. */
function Boxes({ rows }: { readonly rows: BoxRows }) {
  const long = rows.findIndex((row) => row.length === 1 && row[0].value.length > FLOWS)
  if (long < 0) return <BoxTable rows={rows} />
  const { label, value } = rows[long]![0]
  return (
    <>
      {long > 0 && <BoxTable rows={rows.slice(0, long)} />}
      <div className="paper-flow">
        <b>
          <span>{label}</span>
        </b>
        <p>{value}</p>
      </div>
      {long + 1 < rows.length && <Boxes rows={rows.slice(long + 1)} />}
    </>
  )
}

function BoxTable({ rows }: { readonly rows: BoxRows }) {
  return (
    <table className="paper-boxes">
      <colgroup>
        <col className="label" />
        <col />
        <col className="label" />
        <col />
      </colgroup>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0].label}>
            {row.map(({ label, value, blank }) => (
              <Box key={label} label={label} value={value} blank={blank} alone={row.length === 1} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type BoxProps = {
  readonly label: string
  readonly value: string
  readonly blank: number | undefined
  readonly alone: boolean
}

function Box({ label, value, blank, alone }: BoxProps) {
  return (
    <>
      <th scope="row">
        <span>{label}</span>
      </th>
      <td colSpan={alone ? 3 : 1} style={blank === undefined ? undefined : { height: `${blank}mm` }}>
        {value}
      </td>
    </>
  )
}

function Road({ steps }: { readonly steps: Extract<PaperPart, { kind: 'road' }>['steps'] }) {
  return (
    <table className="paper-road">
      <thead>
        <tr>
          {steps.map(({ name, day }) => (
            <th key={name} scope="col" className={day ? 'done' : ''}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {steps.map(({ name, day }) => (
            <td key={name}>{day}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function Table({ part }: { readonly part: Extract<PaperPart, { kind: 'table' }> }) {
  return (
    <table
      className={`paper-table${part.head.length > DENSE_FROM ? ' dense' : ''}${part.rows.length <= WHOLE ? ' whole' : ''}`}
    >
      {part.caption !== undefined && <caption>{part.caption}</caption>}
      <colgroup>
        {part.widths.map((width, i) => (
          <col key={i} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {part.head.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.rows.map((cells, i) => (
          <tr key={i} className={cells.some((cell) => cell.length > ROW_FLOWS) ? 'flows' : ''}>
            {cells.map((cell, column) => (
              <td key={column} className={alignedIn(part, column)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const alignedIn = ({ centred, right = [] }: Extract<PaperPart, { kind: 'table' }>, column: number): string =>
  right.includes(column) ? 'right' : centred.includes(column) ? 'centred' : ''

type SigningProps = { readonly part: Extract<PaperPart, { kind: 'signing' }>; readonly words: PaperWords }

function Signing({ part: { places, seal, station }, words }: SigningProps) {
  return (
    <section className={`paper-signing${seal ? ' sealed' : ''}`}>
      <div className="paper-places">
        {places.map((place) => (
          <div key={place} className="paper-place">
            <span>
              {place}
              <i />
            </span>
            <span className="date">{words.signed.date}</span>
          </div>
        ))}
      </div>
      {seal && (
        <div className="paper-seal">
          <i>{words.signed.seal}</i>
          <b>{station}</b>
          <span className="date">{words.signed.date}</span>
        </div>
      )}
    </section>
  )
}
