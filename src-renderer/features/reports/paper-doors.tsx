/** One page of a walk sheet: six doors, each with its number, room to write and boxes to tick. */
import type { PaperPart } from '#core/reports/papers/paper.ts'

export function PaperDoors({ part }: { readonly part: Extract<PaperPart, { kind: 'doors' }> }) {
  const { head, walker, day, rows } = part
  return (
    <section className="paper-walk">
      <div className="paper-line">
        <b>{head}</b>
        <span>
          {walker} <i /> {day}
        </span>
      </div>
      <table>
        <colgroup>
          <col className="walk-row" />
          <col />
          <col className="walk-sign" />
        </colgroup>
        {rows.map((row) => (
          <tbody key={row.row}>
            <tr className="walk-who">
              <th scope="rowgroup" rowSpan={3}>
                {row.row}
              </th>
              <td>
                <b>{row.door}</b>　{row.who}
              </td>
              <td>{row.time}</td>
            </tr>
            <tr className="walk-write">
              <td colSpan={2}>{row.request}</td>
            </tr>
            <tr className="walk-boxes">
              <td>
                {row.boxes.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
              <td>
                <div>{row.nobody}</div>
                <div>{row.signs}</div>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </section>
  )
}
