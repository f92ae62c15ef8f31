/** A list of this screen as a file. */
import { useServices } from '#app/services/services.ts'
import { useExport, type Export } from '#app/ui/export-menu.tsx'
import { dayOf, momentOf } from '#core/lib/time.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'

export function useSheet(name: string, make: () => Promise<SheetToWrite>): Export<'list'> {
  const { desk, host, clock } = useServices()
  return useExport<'list'>({
    name: `${name}-${dayOf(momentOf(clock()))}`,
    make: async (format) => {
      const sheet = await make()
      return { bytes: await desk.writeSheet(sheet, format), count: sheet.rows.length }
    },
    save: host.saveFile,
    clock,
  })
}

export const minuteOf = (moment: string | null | undefined): string => moment?.slice(0, 16).replace('T', ' ') ?? ''
export const textColumn = (title: string, width = 16) => ({ title, width, kind: 'text' as const })
