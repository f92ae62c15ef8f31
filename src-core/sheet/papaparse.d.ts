/** What we use of papaparse. Its own @types bring Node types into the core, which must not have them. */
declare module 'papaparse' {
  type Step = {
    readonly data: readonly string[]
    readonly errors: readonly { readonly type: string; readonly code: string }[]
  }
  const Papa: {
    parse(
      text: string,
      options: {
        readonly delimiter: string
        readonly newline: '\n'
        readonly fastMode: boolean
        readonly step: (step: Step, parser: { abort(): void }) => void
      },
    ): unknown
  }
  export { Papa as default }
}
