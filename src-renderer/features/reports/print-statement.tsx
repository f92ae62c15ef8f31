/** 结算单 of one provider over a period: goes to the provider, so residents and donors are not in it. */
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { moneyStatementPaper } from '#core/reports/papers/money-statement.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

type PrintStatementProps = {
  readonly provider: string
  readonly from: string
  readonly to: string
  readonly onClose: () => void
}

export function PrintStatement({ provider, from, to, onClose }: PrintStatementProps) {
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const ready = useAnswer(async () => {
    const [page, providers, agreements, frame] = await Promise.all([desk.statement({ provider, from, to }), desk.providers(), desk.agreements(), makeFrame()]) // prettier-ignore
    const card = providers.find(({ id }) => id === provider)
    const units = new Map(agreements.map(({ id, unit }) => [id, unit]))
    return { page, card, units, frame }
  }, [desk, provider, from, to])
  if (!ready) return null
  const { page, card, units, frame } = ready
  const paper = moneyStatementPaper(
    {
      provider: card?.name ?? '',
      creditCode: card?.creditCode ?? '',
      from,
      to,
      ...page,
      unitOf: (account) => units.get(account) ?? '',
    },
    frame,
  )
  const make = (): typeof paper => paper
  return <PaperPreview reader="outsider" always shown={make} printed={make} onClose={onClose} />
}
