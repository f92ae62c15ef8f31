import { PersonScreen } from '../features/intake/residents/person-screen.tsx'
import { PlacesScreen } from '../features/intake/residents/places-screen.tsx'
import { ResidentsScreen } from '../features/intake/residents/residents-screen.tsx'
import { TwinsScreen } from '../features/intake/residents/twins-screen.tsx'
import { VisitsScreen } from '../features/intake/residents/visits-screen.tsx'
import { PrintVisits } from '../features/reports/print-visits.tsx'

/** `id`: one of the tabs, a resident, or a case whose requester is to be registered. */
export function ResidentsPage({ id }: { readonly id?: string }) {
  switch (id) {
    case undefined:
      return <ResidentsScreen />
    case 'visits':
      return <VisitsScreen Print={PrintVisits} />
    case 'twins':
      return <TwinsScreen />
    case 'places':
      return <PlacesScreen />
    default:
      return id.startsWith('case:') ? <ResidentsScreen register={id} /> : <PersonScreen id={id} />
  }
}
