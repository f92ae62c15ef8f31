/** A file name that every system takes, made from a name that may come from anywhere. Chinese stays as it is. */

/** Separators, what Windows forbids, control characters, and the invisible ones that turn "exe.txt" around. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
/** Device names of Windows, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(\.|$)/i
/** Bytes of UTF-8; every file system takes 255, and " (999)" must still fit. */
const LONGEST = 200
/** `.zip.age` is one. */
const EXTENSION = /(?:\.zip)?\.[\p{L}\p{N}]{1,12}$/u

export function safeName(name: string): string {
  const tame = name
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const { stem, extension } = splitName(DEVICE.test(tame) ? `_${tame}` : tame)
  return `${shorten(stem, LONGEST - Buffer.byteLength(extension))}${extension}`
}

/** `name` with " (2)", " (3)", … before its extension; 1 leaves it as it is. */
export function numberedName(name: string, n: number): string {
  if (n === 1) return name
  const { stem, extension } = splitName(name)
  return `${stem} (${n})${extension}`
}

function splitName(name: string): { stem: string; extension: string } {
  const extension = EXTENSION.exec(name)?.[0] ?? ''
  return { stem: name.slice(0, name.length - extension.length) || 'linwu', extension }
}

/** Cut between characters, never inside one. */
function shorten(text: string, bytes: number): string {
  let out = ''
  let used = 0
  for (const ch of text) {
    used += Buffer.byteLength(ch)
    if (used > bytes) break
    out += ch
  }
  return out.replace(/[\s.]+$/, '')
}
