/**
 * What stands above the form only when the words ask for it: a child at risk, a certificate that is not the committee's.
 * Both are loaded when they are needed.
 */
import { lazy, Suspense } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import { dangersIn } from '#core/intake/danger-words.ts'
import type { RequestValues } from './blank-request.ts'

const ChildCard = lazy(async () => ({ default: (await import('./intake-child.tsx')).ChildCard }))
const CertificateCard = lazy(async () => ({ default: (await import('./intake-certificate.tsx')).CertificateCard }))

const PAUSE_MS = 200
/** Nothing of the kind is said: the table stays where it is. */
const MAY_ASK = /证|章|出具|记录/

type NoticesProps = { readonly onTell: (said: string, channel: string) => void }

export function Notices({ onTell }: NoticesProps) {
  const { control } = useFormContext<RequestValues>()
  const [title, text, childReport] = useWatch({ control, name: ['title', 'text', 'childReport'] })
  const typed = `${title}\n${text}`
  const said = useSettled(typed, typed, PAUSE_MS)
  const atRisk = childReport !== undefined || dangersIn(said).some(({ kind }) => kind === 'child')
  const asked = useAnswer(
    async () => (MAY_ASK.test(said) ? (await import('#core/intake/certificates.ts')).certificateIn(said) : null),
    [said],
  )
  return (
    <Suspense fallback={null}>
      {atRisk && <ChildCard />}
      {asked && !atRisk && <CertificateCard {...asked} onTell={onTell} />}
    </Suspense>
  )
}
