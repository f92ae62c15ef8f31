/** A list of cases as a file, made by the desk some rows at a time. */
import type { DeskApi } from '../desk/api.ts'
import type { ExportRequest } from '../desk/shapes.ts'

/** `tell`: called after each step, answers whether to go on. Null when it was stopped. */
export async function exportCases(
  desk: DeskApi,
  request: ExportRequest,
  format: 'xlsx' | 'csv',
  language: 'zh-CN' | 'en',
  tell: (done: number, of: number) => boolean,
): Promise<{ readonly bytes: Uint8Array; readonly count: number } | null> {
  const id = await desk.beginExport(request, language)
  for (;;) {
    const { done, of } = await desk.stepExport(id)
    if (!tell(done, of)) {
      await desk.dropExport(id)
      return null
    }
    if (done >= of) return { bytes: await desk.endExport(id, format), count: of }
  }
}
