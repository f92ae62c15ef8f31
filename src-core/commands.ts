/**
 * Every command by name: the same table serves the app, the command line and the tests.
 * To add one: its file in the verb's folder, and one line here; then follow the compiler to form and text.
 */
import type { Asked, Decision } from './case-file/decision.ts'
import { recordExport } from './exchange/export/record-export.ts'
import { recordPack } from './exchange/first-day/record-pack.ts'
import { importDirectory } from './exchange/import-directory.ts'
import { resolveConflict, type ConflictReading } from './exchange/conflicts/resolve-conflict.ts'
import { letStand, settleDouble } from './exchange/conflicts/settle-double.ts'
import { answerLetter } from './exchange/letters/answer-letter.ts'
import { sendLetter } from './exchange/letters/send-letter.ts'
import { takeLetters } from './exchange/letters/take-letters.ts'
import { foundHouse } from './exchange/trust/found-house.ts'
import { joinHouse } from './exchange/trust/join-house.ts'
import { leaveHouse } from './exchange/trust/leave-house.ts'
import { letPcIn } from './exchange/trust/let-pc-in.ts'
import { pinHouse } from './exchange/trust/pin-house.ts'
import { renamePc } from './exchange/trust/rename-pc.ts'
import { retirePc, revokePc } from './exchange/trust/revoke-pc.ts'
import { storeGrants } from './exchange/trust/store-grants.ts'
import { recordRatingStep } from './feedback/record-rating-step.ts'
import { drawSurvey } from './feedback/draw-survey.ts'
import { recordInterview } from './feedback/record-interview.ts'
import { recordOpinion, withdrawOpinion } from './feedback/record-opinion.ts'
import { recordRevisit } from './feedback/record-revisit.ts'
import { beginSurvey, changeSurvey } from './feedback/save-survey.ts'
import { saveSurveySheet } from './feedback/save-survey-sheet.ts'
import { answerTopic } from './follow-up/answer-topic.ts'
import { assignCase } from './follow-up/assign-case.ts'
import { attachFile } from './follow-up/attach-file.ts'
import { addHavePhotos, checkHave, takeBackCheck } from './follow-up/check-have.ts'
import { closeCase } from './follow-up/close-case.ts'
import { dismissHotspot, restoreHotspot } from './follow-up/dismiss-hotspot.ts'
import { extendCase } from './follow-up/extend-case.ts'
import { joinMatter } from './follow-up/join-matter.ts'
import { linkCases } from './follow-up/link-cases.ts'
import { pauseCase, resumeCase } from './follow-up/pause-case.ts'
import { recordAnswer } from './follow-up/record-answer.ts'
import { recordContact } from './follow-up/record-contact.ts'
import { raiseObjection } from './follow-up/raise-objection.ts'
import { recordParticipation } from './follow-up/record-participation.ts'
import { recordReferralStep } from './follow-up/record-referral-step.ts'
import { answerObjection, recordStep } from './follow-up/record-step.ts'
import { recordViewing } from './follow-up/record-viewing.ts'
import { recordViewings } from './follow-up/record-viewings.ts'
import { refuseOffList } from './follow-up/refuse-off-list.ts'
import { reopenCase } from './follow-up/reopen-case.ts'
import { addTask, finishTask } from './follow-up/resolution-task.ts'
import { ruleObjection } from './follow-up/rule-objection.ts'
import { returnOrder } from './follow-up/return-order.ts'
import { beginDeliberation, changeDeliberation } from './follow-up/save-deliberation.ts'
import { beginTopic, changeTopic } from './follow-up/save-topic.ts'
import { retireCard, saveModelCase } from './follow-up/save-model-case.ts'
import { checkPolicyCard, savePolicyCard } from './follow-up/save-policy-card.ts'
import { unlinkCases } from './follow-up/unlink-cases.ts'
import { orderSupervision, urgeCase } from './follow-up/urge-case.ts'
import { withdrawAct } from './follow-up/withdraw-act.ts'
import { withdrawConsent } from './follow-up/withdraw-consent.ts'
import { adjustEntry } from './funding/adjust-entry.ts'
import { acceptOverdraft, chooseEntry } from './funding/decide-money.ts'
import { recordIncome, recordSpending, saveFund } from './funding/save-fund.ts'
import { releaseOrder, settleOrder } from './funding/settle-order.ts'
import { correctRequest } from './intake/correct-request.ts'
import { beginImport, finishImport } from './intake/begin-import.ts'
import { importPlaces } from './intake/import-places.ts'
import { importRequest } from './intake/import-request.ts'
import { keepApart, mergePeople, unmergePeople } from './intake/merge-people.ts'
import { printWalkSheet } from './intake/print-walk-sheet.ts'
import { recordNotifyConsent } from './intake/record-notify-consent.ts'
import { receiveCase } from './intake/receive-case.ts'
import { recordChildReport } from './intake/record-child-report.ts'
import { saveTemplate } from './intake/save-template.ts'
import { receiveWalkRow } from './intake/receive-walk-row.ts'
import { joinHousehold, saveHousehold } from './intake/save-household.ts'
import { linkPerson, savePerson } from './intake/save-person.ts'
import { savePlace } from './intake/save-place.ts'
import { recordPersonChange, recordPersonViewing, recordPersonVisit } from './intake/visit-person.ts'
import { beginUndo, finishUndo, undoImportedCase, type UndoReading } from './intake/undo-import.ts'
import { classify } from './routing/classify.ts'
import { dispatch, dispatchCo } from './routing/dispatch.ts'
import { markAttendance, saveActivity, signUp } from './routing/activity-work.ts'
import { noteProvider, saveReach, takeBackEntry } from './routing/note-provider.ts'
import { saveAgreement, saveQualification, saveService, saveSite } from './routing/save-provider-part.ts'
import { recordGap } from './routing/record-gap.ts'
import { saveProvider } from './routing/save-provider.ts'
import { claimTask, recordServiceTime, saveMember, saveTask } from './routing/volunteer-work.ts'
import { addCalendarYear } from './settings/add-calendar-year.ts'
import { changeSetting } from './settings/change-setting.ts'
import { importCategories, saveCategory } from './settings/save-category.ts'
import { saveColleague } from './settings/save-colleague.ts'
import { setLimitPreset } from './settings/set-limit-preset.ts'
import { recordTelling, takeBackTelling } from './reports/record-telling.ts'
import { saveNoticeTemplate } from './reports/save-notice-template.ts'
import { voidNotice, writeNotice } from './reports/write-notice.ts'
import { setUpStation } from './settings/set-up-station.ts'
import { switchModule } from './settings/switch-module.ts'
import { answerSupervision } from './supervision/answer-supervision.ts'
import { recordProviderFinding, rectifyProviderFinding } from './supervision/provider-findings.ts'
import { receiveSupervision } from './supervision/receive-supervision.ts'
import { recordFinding } from './supervision/record-finding.ts'
import { rectifyFinding } from './supervision/rectify-finding.ts'

export const COMMANDS = {
  'set-up-station': setUpStation,
  'save-colleague': saveColleague,
  'switch-module': switchModule,
  'change-setting': changeSetting,
  'set-limit-preset': setLimitPreset,
  'save-category': saveCategory,
  'import-categories': importCategories,
  'add-calendar-year': addCalendarYear,
  'save-provider': saveProvider,
  'save-service': saveService,
  'save-site': saveSite,
  'save-qualification': saveQualification,
  'save-agreement': saveAgreement,
  'note-provider': noteProvider,
  'save-reach': saveReach,
  'save-member': saveMember,
  'save-task': saveTask,
  'claim-task': claimTask,
  'record-service-time': recordServiceTime,
  'save-activity': saveActivity,
  'sign-up': signUp,
  'mark-attendance': markAttendance,
  'take-back-entry': takeBackEntry,
  'import-directory': importDirectory,
  'record-export': recordExport,
  'record-pack': recordPack,
  'receive-case': receiveCase,
  'save-place': savePlace,
  'import-places': importPlaces,
  'save-person': savePerson,
  'link-person': linkPerson,
  'save-household': saveHousehold,
  'join-household': joinHousehold,
  'record-person-visit': recordPersonVisit,
  'record-person-change': recordPersonChange,
  'record-person-viewing': recordPersonViewing,
  'merge-people': mergePeople,
  'unmerge-people': unmergePeople,
  'keep-apart': keepApart,
  'begin-import': beginImport,
  'import-request': importRequest,
  'finish-import': finishImport,
  'begin-undo': beginUndo,
  'undo-imported-case': undoImportedCase,
  'finish-undo': finishUndo,
  classify,
  dispatch,
  'dispatch-co': dispatchCo,
  'record-gap': recordGap,
  'settle-order': settleOrder,
  'release-order': releaseOrder,
  'adjust-entry': adjustEntry,
  'save-fund': saveFund,
  'record-income': recordIncome,
  'record-spending': recordSpending,
  'accept-overdraft': acceptOverdraft,
  'choose-entry': chooseEntry,
  'record-referral-step': recordReferralStep,
  'raise-objection': raiseObjection,
  'rule-objection': ruleObjection,
  'withdraw-consent': withdrawConsent,
  'record-participation': recordParticipation,
  'refuse-off-list': refuseOffList,
  'record-contact': recordContact,
  'record-answer': recordAnswer,
  'close-case': closeCase,
  'extend-case': extendCase,
  'pause-case': pauseCase,
  'resume-case': resumeCase,
  'urge-case': urgeCase,
  'order-supervision': orderSupervision,
  'assign-case': assignCase,
  'reopen-case': reopenCase,
  'return-order': returnOrder,
  'record-child-report': recordChildReport,
  'save-template': saveTemplate,
  'record-revisit': recordRevisit,
  'record-rating-step': recordRatingStep,
  'begin-survey': beginSurvey,
  'change-survey': changeSurvey,
  'save-survey-sheet': saveSurveySheet,
  'draw-survey': drawSurvey,
  'record-interview': recordInterview,
  'record-opinion': recordOpinion,
  'withdraw-opinion': withdrawOpinion,
  'record-finding': recordFinding,
  'rectify-finding': rectifyFinding,
  'record-provider-finding': recordProviderFinding,
  'rectify-provider-finding': rectifyProviderFinding,
  'receive-supervision': receiveSupervision,
  'answer-supervision': answerSupervision,
  'attach-file': attachFile,
  'record-viewing': recordViewing,
  'withdraw-act': withdrawAct,
  'correct-request': correctRequest,
  'join-matter': joinMatter,
  'link-cases': linkCases,
  'unlink-cases': unlinkCases,
  'begin-topic': beginTopic,
  'change-topic': changeTopic,
  'answer-topic': answerTopic,
  'dismiss-hotspot': dismissHotspot,
  'restore-hotspot': restoreHotspot,
  'begin-deliberation': beginDeliberation,
  'change-deliberation': changeDeliberation,
  'record-step': recordStep,
  'answer-objection': answerObjection,
  'add-task': addTask,
  'finish-task': finishTask,
  'check-have': checkHave,
  'add-have-photos': addHavePhotos,
  'take-back-check': takeBackCheck,
  'record-viewings': recordViewings,
  'print-walk-sheet': printWalkSheet,
  'record-notify-consent': recordNotifyConsent,
  'write-notice': writeNotice,
  'void-notice': voidNotice,
  'record-telling': recordTelling,
  'take-back-telling': takeBackTelling,
  'save-notice-template': saveNoticeTemplate,
  'save-model-case': saveModelCase,
  'save-policy-card': savePolicyCard,
  'check-policy-card': checkPolicyCard,
  'retire-card': retireCard,
  'receive-walk-row': receiveWalkRow,
  'found-house': foundHouse,
  'join-house': joinHouse,
  'let-pc-in': letPcIn,
  'revoke-pc': revokePc,
  'retire-pc': retirePc,
  'rename-pc': renamePc,
  'pin-house': pinHouse,
  'leave-house': leaveHouse,
  'store-grants': storeGrants,
  'send-letter': sendLetter,
  'take-letters': takeLetters,
  'answer-letter': answerLetter,
  'resolve-conflict': resolveConflict,
  'settle-double': settleDouble,
  'let-stand': letStand,
} as const

export type CommandName = keyof typeof COMMANDS
export type CommandInput<N extends CommandName> = Parameters<(typeof COMMANDS)[N]>[1]
/** One command with its input, as it crosses from a screen to the desk. */
export type Command = { [N in CommandName]: { readonly name: N; readonly input: CommandInput<N> } }[CommandName]

export type CommandReading = UndoReading & ConflictReading & { readonly providerType: (id: string) => string | null }

export function decide(reading: CommandReading, command: Command, asked: Asked): Decision {
  // The table pairs each name with its own input; TypeScript cannot follow that through an index.
  const decision = COMMANDS[command.name] as (reading: CommandReading, input: unknown, asked: Asked) => Decision
  return decision(reading, command.input, asked)
}
