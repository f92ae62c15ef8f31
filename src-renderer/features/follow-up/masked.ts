/** 13812342764 → 138****2764; a short number keeps its last two digits. */
export const masked = (phone: string): string =>
  phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `***${phone.slice(-2)}`
