/** Act type → its sentence. To add one: its file here, and a line in the table. */
import type { Act } from '#core/case-file/case-file.ts'
import { answer } from './answer.ts'
import { attachment } from './attachment.ts'
import { classification } from './classification.ts'
import { closing } from './closing.ts'
import { contact } from './contact.ts'
import { correction } from './correction.ts'
import { finding } from './finding.ts'
import { referralStep } from './referral-step.ts'
import { referral } from './referral.ts'
import { reopening } from './reopening.ts'
import { revisit } from './revisit.ts'
import { viewing } from './viewing.ts'
import type { Sentence, Teller, Telling } from './telling.ts'

const TELLERS: { readonly [T in Act['type']]: Teller<T> } = {
  classification,
  referral,
  'referral-step': referralStep,
  contact,
  answer,
  closing,
  reopening,
  revisit,
  finding,
  attachment,
  viewing,
  correction,
}

export function sentenceOf(act: Act, telling: Telling): Sentence {
  // Each type is paired with its own teller above; TypeScript cannot follow that through an index.
  const teller = TELLERS[act.type] as (act: Act, telling: Telling) => Sentence
  return teller(act, telling)
}
