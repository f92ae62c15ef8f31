/** Also a file name in the station folder: letters, digits and a dash. */
export const newDraftId = (random: (bytes: number) => Uint8Array): string =>
  `draft-${[...random(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
