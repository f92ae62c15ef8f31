/** 0.1234 → 12.3 %; — for nothing. */
export const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)
/** 受访人 007. */
export const numbered = (number: number): string => String(number).padStart(3, '0')
