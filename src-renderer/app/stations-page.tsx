import { StationsScreen } from '../features/exchange/stations/stations-screen.tsx'

export function StationsPage({ id }: { readonly id?: string }) {
  return <StationsScreen {...(id !== undefined && { id })} />
}
