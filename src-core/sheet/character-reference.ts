/**
 * The character of `&#x4E2D;` or `&#20013;`: hexadecimal or decimal digits, the other is undefined. Null when there is
 * none.
 */
export function characterReference(hex: string | undefined, decimal: string | undefined): string | null {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : null
}
