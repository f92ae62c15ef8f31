/** PDFs made by hand, as small as they can be: text on pages, broken and hostile ones. */
type Page = {
  /** Content stream. */
  readonly draw: string
  /** Points. */
  readonly size?: readonly [width: number, height: number]
}

const FONTS = [
  // A Chinese font that no file carries: the reader must know its character maps and draw with one of the system's.
  '/C 10 0 R',
  '/G 11 0 R',
  '/Z 12 0 R',
].join(' ')

const cid = (encoding: string, descendant: number): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`

/** Objects by number; the catalogue is 1. `trailer`: more of it, such as /Encrypt. */
function file(objects: ReadonlyMap<number, string>, trailer = ''): Buffer {
  let text = '%PDF-1.7\n'
  const places = new Map<number, number>()
  for (const [n, body] of objects) {
    places.set(n, Buffer.byteLength(text, 'latin1'))
    text += `${n} 0 obj\n${body}\nendobj\n`
  }
  const count = Math.max(...objects.keys()) + 1
  const start = Buffer.byteLength(text, 'latin1')
  const rows = Array.from({ length: count }, (_, n) => {
    const place = places.get(n)
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  text += `xref\n0 ${count}\n${rows.join('')}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const stream = (body: string, more = ''): string => `<< /Length ${body.length} ${more} >>\nstream\n${body}\nendstream`

export function pdf(pages: readonly Page[], trailer = '', extra: ReadonlyMap<number, string> = new Map()): Buffer {
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${20 + 2 * i} 0 R`).join(' ')}] >>`],
    [10, cid('UniGB-UCS2-H', 13)],
    [11, cid('GBK-EUC-H', 13)],
    [12, '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>'],
    [13, '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 14 0 R >>'], // prettier-ignore
    [14, '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>'], // prettier-ignore
  ])
  for (const [i, { draw, size = [420, 297] }] of pages.entries()) {
    objects.set(20 + 2 * i, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents ${21 + 2 * i} 0 R /Resources << /Font << ${FONTS} >> /XObject << /X 15 0 R >> >> >>`) // prettier-ignore
    objects.set(21 + 2 * i, stream(draw))
  }
  for (const [n, body] of extra) objects.set(n, body)
  return file(objects, trailer)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
/** Words in UniGB-UCS2-H at this place. */
export const chinese = (words: string, x: number, y: number): string =>
  `BT /C 36 Tf ${x} ${y} Td <${hex(Buffer.from(words, 'utf16le').swap16())}> Tj ET`
/** GBK codes as hex, as older office programs write them. */
export const gbk = (codes: string, x: number, y: number): string => `BT /G 36 Tf ${x} ${y} Td <${codes}> Tj ET`
/** ✓ of ZapfDingbats. */
export const tick = (x: number, y: number): string => `BT /Z 36 Tf ${x} ${y} Td (3) Tj ET`

/** Standard encryption whose user password nobody knows. */
export const encryptedPdf = (): Buffer =>
  pdf(
    [{ draw: chinese('秘密', 40, 200) }],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`,
  )

/** JPEG 2000 that says how large it is (100 × 50, three colours) and breaks off there. */
const JPX = Buffer.from(`ff4fff51002f000000000064000000320000000000000000${'00'.repeat(16)}0003`, 'hex')

/** A picture of a scanned page whose decoder is asked for, and gets rubbish. */
export const scannedPdf = (): Buffer =>
  pdf(
    [{ draw: `q 200 0 0 100 40 40 cm /X Do Q ${tick(40, 200)}` }],
    '',
    new Map([[15, stream(JPX.toString('latin1'), '/Type /XObject /Subtype /Image /Width 100 /Height 50 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode')]]), // prettier-ignore
  )

/** A page of kilometres. */
export const hugePdf = (): Buffer => pdf([{ draw: '0 0 1 rg 0 0 9000000 9000000 re f', size: [9_000_000, 9_000_000] }])
