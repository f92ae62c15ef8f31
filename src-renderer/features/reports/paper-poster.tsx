/** A poster for the notice board: read from three steps away, with a code that a telephone reads. Vector, so sharp on every printer. */
import type { PaperPart } from '#core/reports/papers/paper.ts'
import { qrPath } from './qr-path.ts'

export function PaperPoster({ part }: { readonly part: Extract<PaperPart, { kind: 'poster' }> }) {
  const { size, d } = qrPath(part.qr)
  return (
    <section className={`paper-poster ${part.long ? 'long' : ''}`}>
      {part.paragraphs.map((text, i) => (
        <p key={i} className="indented">
          {text}
        </p>
      ))}
      <dl>
        {part.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="paper-poster-foot">
        <figure>
          <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={part.caption}>
            <path d={d} fill="#000" />
          </svg>
          <figcaption>{part.caption}</figcaption>
        </figure>
        <div className="paper-poster-by">
          <b>{part.by}</b>
          <span>{part.day}</span>
        </div>
      </div>
    </section>
  )
}
