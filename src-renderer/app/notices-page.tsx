import { beginRequestWith } from '../features/intake/begin-with.ts'
import { NoticesScreen } from '../features/reports/notices/notices-screen.tsx'
import { useServices } from '../services/services.ts'

/** What comes back to a notice is taken in with the notice, and joined with the matter it was about. */
export function NoticesPage({ id }: { readonly id?: string }) {
  const services = useServices()
  return (
    <NoticesScreen
      {...(id !== undefined && { id })}
      beginRequest={({ notice, join }) =>
        beginRequestWith(
          {
            notice,
            ...(join && {
              join: { with: join.id, kind: 'same-matter' as const },
              joinedWith: { title: join.title, status: '' },
            }),
          },
          services,
        )
      }
    />
  )
}
