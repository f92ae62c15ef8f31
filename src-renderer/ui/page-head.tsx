import type { ReactNode } from 'react'

/** Title, one sentence beside it, and the page's buttons at the right. */
export function PageHead({
  title,
  aside,
  before,
  children,
}: {
  title: ReactNode
  aside?: ReactNode
  before?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="page-head">
      {before}
      <h1>{title}</h1>
      {aside && <span className="muted">{aside}</span>}
      {children && <div className="tools">{children}</div>}
    </div>
  )
}
