/**
 * Every command by name: the same table serves the app, the command line and the tests.
 * To add one: its file in the verb's folder, and one line here; then follow the compiler to form and text.
 */
import type { Asked, Decision } from './case-file/decision.ts'
import { recordRevisit } from './feedback/record-revisit.ts'
import { attachFile } from './follow-up/attach-file.ts'
import { closeCase } from './follow-up/close-case.ts'
import { recordAnswer } from './follow-up/record-answer.ts'
import { recordContact } from './follow-up/record-contact.ts'
import { recordReferralStep } from './follow-up/record-referral-step.ts'
import { recordViewing } from './follow-up/record-viewing.ts'
import { reopenCase } from './follow-up/reopen-case.ts'
import { withdrawAct } from './follow-up/withdraw-act.ts'
import { correctRequest } from './intake/correct-request.ts'
import { beginImport, finishImport } from './intake/begin-import.ts'
import { importRequest } from './intake/import-request.ts'
import { receiveCase } from './intake/receive-case.ts'
import { beginUndo, finishUndo, undoImportedCase, type UndoReading } from './intake/undo-import.ts'
import { classify } from './routing/classify.ts'
import { dispatch } from './routing/dispatch.ts'
import { saveProvider } from './routing/save-provider.ts'
import { setUpStation } from './settings/set-up-station.ts'
import { switchModule } from './settings/switch-module.ts'
import { recordFinding } from './supervision/record-finding.ts'

export const COMMANDS = {
  'set-up-station': setUpStation,
  'switch-module': switchModule,
  'save-provider': saveProvider,
  'receive-case': receiveCase,
  'begin-import': beginImport,
  'import-request': importRequest,
  'finish-import': finishImport,
  'begin-undo': beginUndo,
  'undo-imported-case': undoImportedCase,
  'finish-undo': finishUndo,
  classify,
  dispatch,
  'record-referral-step': recordReferralStep,
  'record-contact': recordContact,
  'record-answer': recordAnswer,
  'close-case': closeCase,
  'reopen-case': reopenCase,
  'record-revisit': recordRevisit,
  'record-finding': recordFinding,
  'attach-file': attachFile,
  'record-viewing': recordViewing,
  'withdraw-act': withdrawAct,
  'correct-request': correctRequest,
} as const

export type CommandName = keyof typeof COMMANDS
export type CommandInput<N extends CommandName> = Parameters<(typeof COMMANDS)[N]>[1]
/** One command with its input, as it crosses from a screen to the desk. */
export type Command = { [N in CommandName]: { readonly name: N; readonly input: CommandInput<N> } }[CommandName]

export type CommandReading = UndoReading & { readonly providerType: (id: string) => string | null }

export function decide(reading: CommandReading, command: Command, asked: Asked): Decision {
  // The table pairs each name with its own input; TypeScript cannot follow that through an index.
  const decision = COMMANDS[command.name] as (reading: CommandReading, input: unknown, asked: Asked) => Decision
  return decision(reading, command.input, asked)
}
