/**
 * A password that is read out on the telephone: four groups of four, small letters and digits. Of signs that look or sound alike
 * only one is in it (no 0 1 o i l u v w b g q s z). 23 signs, 16 places: 72 bits, because a ZIP slows a guesser down by
 * no more than 1,000 rounds of SHA-1.
 */
const SIGNS = '23456789acdefhjkmnprtxy'
const GROUPS = 4
const IN_GROUP = 4

/** `random`: so many bytes of chance. */
export function readablePassword(random: (bytes: number) => Uint8Array): string {
  const signs: string[] = []
  // Bytes beyond the last whole round of signs would make the first ones likelier.
  const end = 256 - (256 % SIGNS.length)
  while (signs.length < GROUPS * IN_GROUP)
    for (const byte of random(32)) if (byte < end && signs.length < GROUPS * IN_GROUP) signs.push(SIGNS[byte % SIGNS.length]!) // prettier-ignore
  return Array.from({ length: GROUPS }, (_, i) => signs.slice(i * IN_GROUP, (i + 1) * IN_GROUP).join('')).join('-')
}
