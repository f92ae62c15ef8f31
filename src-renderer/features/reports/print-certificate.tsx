/** 志愿服务时长证明 of one person, looked at and printed. */
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Paper } from '#core/reports/papers/paper.ts'
import { serviceCertificate, type CertificateOf } from '#core/reports/papers/service-certificate.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

export type PrintCertificateProps = { readonly of: CertificateOf; readonly onClose: () => void }

export function PrintCertificate({ of, onClose }: PrintCertificateProps) {
  const frame = useAnswer(useMakeFrame(), [])
  if (!frame) return null
  const make = (): Paper => serviceCertificate(of, frame)
  return <PaperPreview reader="resident" always shown={make} printed={make} onClose={onClose} />
}
