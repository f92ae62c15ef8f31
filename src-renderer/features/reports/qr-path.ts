import { encode } from 'uqr'

/** Quiet zone that readers ask for (ISO/IEC 18004), in modules. */
const QUIET = 4

/** `size`: modules along one side, quiet zone and all. `d`: the dark modules of each row as one run, one unit a module. */
export type QrPath = { readonly size: number; readonly d: string }

/** `text` in UTF-8; level M survives a torn corner or a drop of glue. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  let d = ''
  for (const [y, row] of data.entries())
    for (let x = 0; x < size;) {
      const from = x
      while (x < size && row[x]) x++
      if (x > from) d += `M${from} ${y}h${x - from}v1h-${x - from}z`
      else x++
    }
  return { size, d }
}
