/** What the viewer can show. Files without a type of their own are told by their name. */
export type Shown = 'picture' | 'pdf' | 'other'

/** Pictures that the browser draws without running anything; SVG is not among them. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])

export function shownAs({ media, name }: { readonly media: string; readonly name: string }): Shown {
  if (PICTURES.has(media)) return 'picture'
  if (media === 'application/pdf') return 'pdf'
  if (media !== 'application/octet-stream') return 'other'
  if (/\.(?:png|jpe?g|gif|webp|bmp)$/i.test(name)) return 'picture'
  return /\.pdf$/i.test(name) ? 'pdf' : 'other'
}
