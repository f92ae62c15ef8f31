/** Act type → its sentence. To add one: its file here, and a line in the table. */
import type { Act } from '#core/case-file/case-file.ts'
import { answer } from './answer.ts'
import { assignment } from './assignment.ts'
import { attachment } from './attachment.ts'
import { classification } from './classification.ts'
import { childReport } from './child-report.ts'
import { closing } from './closing.ts'
import { consent, consentWithdrawal } from './consent.ts'
import { contact } from './contact.ts'
import { correction } from './correction.ts'
import { extension } from './extension.ts'
import { finding, rectification } from './finding.ts'
import { linking } from './linking.ts'
import { objection, ruling } from './objection.ts'
import { orderReturn } from './order-return.ts'
import { pause, resume } from './pause.ts'
import { referralStep } from './referral-step.ts'
import { referral } from './referral.ts'
import { reopening } from './reopening.ts'
import { ratingStep } from './rating-step.ts'
import { revisit } from './revisit.ts'
import { gap, offListRefusal, participation } from './shared-matter.ts'
import { transfer, transferResult } from './transfer.ts'
import { supervisionAnswer, supervisionOrder, urging } from './urging.ts'
import { viewing } from './viewing.ts'
import type { Sentence, Teller, Telling } from './telling.ts'

const TELLERS: { readonly [T in Act['type']]: Teller<T> } = {
  classification,
  referral,
  'referral-step': referralStep,
  consent,
  'consent-withdrawal': consentWithdrawal,
  objection,
  ruling,
  participation,
  gap,
  'off-list-refusal': offListRefusal,
  contact,
  answer,
  closing,
  assignment,
  reopening,
  revisit,
  'rating-step': ratingStep,
  finding,
  rectification,
  attachment,
  viewing,
  correction,
  'order-return': orderReturn,
  'child-report': childReport,
  linking,
  extension,
  pause,
  resume,
  urging,
  'supervision-order': supervisionOrder,
  'supervision-answer': supervisionAnswer,
  transfer,
  'transfer-result': transferResult,
}

export function sentenceOf(act: Act, telling: Telling): Sentence {
  // Each type is paired with its own teller above; TypeScript cannot follow that through an index.
  const teller = TELLERS[act.type] as (act: Act, telling: Telling) => Sentence
  return teller(act, telling)
}
