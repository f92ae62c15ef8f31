/** What stands in the names of the first day's files. `about`: 2026年10月. */
type PackWords = {
  readonly pack: (station: string, about: string) => string
  readonly ledger: (about: string) => string
  readonly ledgerSheet: string
  /** Of a report (举报), instead of its category. */
  readonly confidential: string
}

export const PACK_WORDS: Readonly<Record<'zh-CN' | 'en', PackWords>> = {
  'zh-CN': {
    pack: (station, about) => `上报材料-${station}-${about}.zip`,
    ledger: (about) => `去标识台账-${about}.xlsx`,
    ledgerSheet: '去标识台账',
    confidential: '保密',
  },
  en: {
    pack: (station, about) => `Report pack ${station} ${about}.zip`,
    ledger: (about) => `De-identified ledger ${about}.xlsx`,
    ledgerSheet: 'De-identified ledger',
    confidential: 'confidential',
  },
}
