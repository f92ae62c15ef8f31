/** One side of a difference: what it says, and who wrote it, when, on which computer and knowing what. */
import type { ReactNode } from 'react'
import type { DifferenceShown } from '#app/services/desk-types.ts'
import { useConflictWords } from './conflict-words.ts'

/** `n`: the key that chooses it. */
export function Side({
  n,
  writers,
  mark,
  children,
  choose,
}: {
  readonly n: number
  readonly writers: readonly DifferenceShown['people'][number]['writer'][]
  readonly mark?: string | false
  readonly children: ReactNode
  readonly choose?: ReactNode
}) {
  const words = useConflictWords()
  return (
    <li>
      <span className="side-number">{n}</span>
      <div>
        <div className="side-value">
          {children}
          {mark && <span className="mark">{mark}</span>}
        </div>
        {writers.map((writer) => (
          <p key={`${writer.pc.id} ${writer.at}`} className="muted small">
            {words.by(writer)}
            {words.had(writer) !== '' && <span className="had">{words.had(writer)}</span>}
          </p>
        ))}
      </div>
      {choose}
    </li>
  )
}
