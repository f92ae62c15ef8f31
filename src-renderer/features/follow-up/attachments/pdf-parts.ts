/**
 * What pdf.js reads beside a document, from the program's own files and only when a document needs it. Measured in bytes as
 * shipped: character maps of simplified Chinese 220 k and of traditional Chinese 143 k, two fonts that no system
 * has 46 k, decoders of scanned pages (JBIG2, JPEG 2000) 356 k. Left out: maps that hardly any file names, Japanese and
 * Korean ones (together 1.2 M), fonts that every system has something for.
 */
import adobeGB1UCS2 from 'pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap?url&no-inline'
import gbEUCH from 'pdfjs-dist/cmaps/GB-EUC-H.bcmap?url&no-inline'
import gbEUCV from 'pdfjs-dist/cmaps/GB-EUC-V.bcmap?url&no-inline'
import gBpcEUCH from 'pdfjs-dist/cmaps/GBpc-EUC-H.bcmap?url&no-inline'
import gBpcEUCV from 'pdfjs-dist/cmaps/GBpc-EUC-V.bcmap?url&no-inline'
import gbkEUCH from 'pdfjs-dist/cmaps/GBK-EUC-H.bcmap?url&no-inline'
import gbkEUCV from 'pdfjs-dist/cmaps/GBK-EUC-V.bcmap?url&no-inline'
import gBKpEUCH from 'pdfjs-dist/cmaps/GBKp-EUC-H.bcmap?url&no-inline'
import gBKpEUCV from 'pdfjs-dist/cmaps/GBKp-EUC-V.bcmap?url&no-inline'
import gbk2kH from 'pdfjs-dist/cmaps/GBK2K-H.bcmap?url&no-inline'
import gbk2kV from 'pdfjs-dist/cmaps/GBK2K-V.bcmap?url&no-inline'
import uniGBUCS2H from 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap?url&no-inline'
import uniGBUCS2V from 'pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap?url&no-inline'
import uniGBUTF16H from 'pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap?url&no-inline'
import uniGBUTF16V from 'pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap?url&no-inline'
import uniGBUTF8H from 'pdfjs-dist/cmaps/UniGB-UTF8-H.bcmap?url&no-inline'
import uniGBUTF8V from 'pdfjs-dist/cmaps/UniGB-UTF8-V.bcmap?url&no-inline'
import adobeCNS1UCS2 from 'pdfjs-dist/cmaps/Adobe-CNS1-UCS2.bcmap?url&no-inline'
import b5pcH from 'pdfjs-dist/cmaps/B5pc-H.bcmap?url&no-inline'
import b5pcV from 'pdfjs-dist/cmaps/B5pc-V.bcmap?url&no-inline'
import eTenB5H from 'pdfjs-dist/cmaps/ETen-B5-H.bcmap?url&no-inline'
import eTenB5V from 'pdfjs-dist/cmaps/ETen-B5-V.bcmap?url&no-inline'
import uniCNSUCS2H from 'pdfjs-dist/cmaps/UniCNS-UCS2-H.bcmap?url&no-inline'
import uniCNSUCS2V from 'pdfjs-dist/cmaps/UniCNS-UCS2-V.bcmap?url&no-inline'
import uniCNSUTF16H from 'pdfjs-dist/cmaps/UniCNS-UTF16-H.bcmap?url&no-inline'
import uniCNSUTF16V from 'pdfjs-dist/cmaps/UniCNS-UTF16-V.bcmap?url&no-inline'
import foxitDingbats from 'pdfjs-dist/standard_fonts/FoxitDingbats.pfb?url&no-inline'
import foxitSymbol from 'pdfjs-dist/standard_fonts/FoxitSymbol.pfb?url&no-inline'
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url&no-inline'
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url&no-inline'
import { BugError } from '#core/lib/assert.ts'

/**
 * Name of the file → its address. `no-inline`: a data: address would be refused by the content security policy. To add one:
 * its import and a line here.
 */
const PARTS: Readonly<Record<string, string>> = {
  'Adobe-GB1-UCS2.bcmap': adobeGB1UCS2,
  'GB-EUC-H.bcmap': gbEUCH,
  'GB-EUC-V.bcmap': gbEUCV,
  'GBpc-EUC-H.bcmap': gBpcEUCH,
  'GBpc-EUC-V.bcmap': gBpcEUCV,
  'GBK-EUC-H.bcmap': gbkEUCH,
  'GBK-EUC-V.bcmap': gbkEUCV,
  'GBKp-EUC-H.bcmap': gBKpEUCH,
  'GBKp-EUC-V.bcmap': gBKpEUCV,
  'GBK2K-H.bcmap': gbk2kH,
  'GBK2K-V.bcmap': gbk2kV,
  'UniGB-UCS2-H.bcmap': uniGBUCS2H,
  'UniGB-UCS2-V.bcmap': uniGBUCS2V,
  'UniGB-UTF16-H.bcmap': uniGBUTF16H,
  'UniGB-UTF16-V.bcmap': uniGBUTF16V,
  'UniGB-UTF8-H.bcmap': uniGBUTF8H,
  'UniGB-UTF8-V.bcmap': uniGBUTF8V,
  'Adobe-CNS1-UCS2.bcmap': adobeCNS1UCS2,
  'B5pc-H.bcmap': b5pcH,
  'B5pc-V.bcmap': b5pcV,
  'ETen-B5-H.bcmap': eTenB5H,
  'ETen-B5-V.bcmap': eTenB5V,
  'UniCNS-UCS2-H.bcmap': uniCNSUCS2H,
  'UniCNS-UCS2-V.bcmap': uniCNSUCS2V,
  'UniCNS-UTF16-H.bcmap': uniCNSUTF16H,
  'UniCNS-UTF16-V.bcmap': uniCNSUTF16V,
  'FoxitDingbats.pfb': foxitDingbats,
  'FoxitSymbol.pfb': foxitSymbol,
  'jbig2.wasm': jbig2,
  'openjpeg.wasm': openjpeg,
}

/** Rejects for a part that is not shipped: pdf.js then does without. */
async function part(name: string): Promise<Uint8Array> {
  const address = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
  if (address === undefined) throw new BugError(`pdf part not shipped: ${name}`)
  const answer = await fetch(address)
  if (!answer.ok) throw new BugError(`pdf part not found: ${name}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** pdf.js makes these with `new` and asks them; the shapes are its own. */
export class CharacterMaps {
  async fetch({ name }: { readonly name: string }) {
    return { cMapData: await part(`${name}.bcmap`), isCompressed: true }
  }
}
export class StandardFonts {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return part(filename)
  }
}
export class Decoders {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return part(filename)
  }
}
