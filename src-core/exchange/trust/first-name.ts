/** Of a PC, until somebody gives it a name: people say the letter anyway, it stands in the case numbers. */
export const firstName = (letter: string): string => `${letter} 机`
