/** One thing at a time: what is under way, what became of it, and the file that came out of it. */
import { useState } from 'react'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import type { FileMade, TrustCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useTrustWords } from './use-trust-words.ts'

export type Said = { readonly words: string; readonly isBad: boolean; readonly saved: Result<string, HostCode> | null }

export type TrustWork = {
  readonly busy: boolean
  readonly said: Said | null
  /** Done with `words`; true when it was done. */
  readonly run: (work: () => Promise<Result<unknown, TrustCode>>, words: string) => Promise<boolean>
  /** The same with a file, which is saved. */
  readonly make: (work: () => Promise<Result<FileMade, TrustCode>>, words: string) => Promise<boolean>
  readonly refuse: (code: TrustCode) => void
  readonly clear: () => void
}

export function useTrustWork(): TrustWork {
  const { host } = useServices()
  const trustWords = useTrustWords()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const refuse = (code: TrustCode): void => setSaid({ words: trustWords(code), isBad: true, saved: null })
  const busily = async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true)
    setSaid(null)
    try {
      return await work()
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    said,
    refuse,
    clear: () => setSaid(null),
    run: (work, words) =>
      busily(async () => {
        const done = await work()
        if (done.ok) setSaid({ words, isBad: false, saved: null })
        else refuse(done.error)
        return done.ok
      }),
    make: (work, words) =>
      busily(async () => {
        const made = await work()
        if (!made.ok) refuse(made.error)
        else setSaid({ words, isBad: false, saved: await host.saveFile(made.value.name, made.value.bytes) })
        return made.ok
      }),
  }
}
