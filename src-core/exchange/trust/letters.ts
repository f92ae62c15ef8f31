/** Letters of PCs: A is the founding one's; the first that was never given. AA follows Z. */
export function nextLetter(given: ReadonlySet<string>): string {
  for (let i = 0; ; i++) {
    const letter = i < 26 ? char(i) : char(Math.floor(i / 26) - 1) + char(i % 26)
    if (!given.has(letter)) return letter
  }
}

const char = (i: number): string => String.fromCharCode(65 + i)
