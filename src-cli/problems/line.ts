/** Chinese, English. */
export type Line = readonly [zh: string, en: string]
