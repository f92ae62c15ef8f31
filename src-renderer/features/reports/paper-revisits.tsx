/** One page of revisit forms: four of them, each with whom to ask, boxes to tick and room to write. */
import type { PaperPart } from '#core/reports/papers/paper.ts'

export function PaperRevisits({ part }: { readonly part: Extract<PaperPart, { kind: 'revisits' }> }) {
  const { head, caller, rows } = part
  return (
    <section className="paper-walk paper-revisits">
      <div className="paper-line">
        <span>{head}</span>
        <span>
          {caller} <i />
        </span>
      </div>
      {rows.map((row) => (
        <table key={row.number}>
          <tbody>
            <tr>
              <td>
                <b>{row.number}</b>　{row.who}
              </td>
              <td className="revisit-time">{row.time}</td>
            </tr>
            <tr>
              <td colSpan={2}>{row.matter}</td>
            </tr>
            <tr>
              <td colSpan={2}>
                {row.questions.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            </tr>
            <tr className="revisit-write">
              <td colSpan={2}>{row.words}</td>
            </tr>
            <tr>
              <td colSpan={2}>{row.invalid}</td>
            </tr>
          </tbody>
        </table>
      ))}
    </section>
  )
}
