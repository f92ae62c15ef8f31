import { ExchangeScreen } from '../features/exchange/exchange-screen.tsx'

export function ExchangePage({ id }: { readonly id?: string }) {
  return <ExchangeScreen {...(id !== undefined && { id })} />
}
