/** The rooms whose code comes with their first question. To add one: its file, a line here, and one in api.ts. */
import type { Asking } from './asking.ts'
import { later } from './later.ts'
import type { PeopleQuestions } from './people-questions.ts'
import type { PlacesQuestions } from './places-questions.ts'
import type { TopicsQuestions } from './topics-questions.ts'
import type { DirectoryQuestions } from './directory-questions.ts'
import type { CategoryQuestions } from './category-questions.ts'
import type { RoutingQuestions } from './routing-questions.ts'
import type { LimitsQuestions } from './limits-questions.ts'
import type { WalkQuestions } from './walk-questions.ts'
import type { IntakeQuestions } from './intake-questions.ts'
import type { CaseQuestions } from './case-questions.ts'
import type { RevisitQuestions } from './revisit-questions.ts'
import type { ReportQuestions } from './report-questions.ts'
import type { PapersQuestions } from './papers-questions.ts'
import type { SurveyQuestions } from './survey-questions.ts'
import type { SupervisionQuestions } from './supervision-questions.ts'
import type { FundingQuestions } from './funding-questions.ts'
import type { HavesQuestions } from './haves-questions.ts'
import type { DeliberationQuestions } from './deliberation-questions.ts'
import type { NoticesQuestions } from './notices-questions.ts'
import type { LearningQuestions } from './learning-questions.ts'
import type { ScorecardQuestions } from './scorecard-questions.ts'
import type { ExchangeQuestions } from './exchange-questions.ts'
import type { TrustQuestions } from './trust-questions.ts'
import type { ConflictQuestions } from './conflict-questions.ts'
import type { StationsQuestions } from './stations-questions.ts'
import type { FirstDayQuestions } from './first-day-questions.ts'

export const roomsLater = (asking: Asking) => ({
  ...later<PeopleQuestions>(async () => (await import('./people-questions.ts')).peopleQuestions(asking), {
    findPeople: true,
    registeredAs: true,
    personView: true,
    personNumbers: true,
    twins: true,
    likelyTwins: true,
    visitPlan: true,
    residentsAt: true,
  }),
  ...later<PlacesQuestions>(async () => (await import('./places-questions.ts')).placesQuestions(asking), {
    placeLevel: true,
    areas: true,
    findPlaces: true,
    placeOf: true,
    previewPlaces: true,
  }),
  ...later<TopicsQuestions>(async () => (await import('./topics-questions.ts')).topicsQuestions(asking), {
    topics: true,
    topic: true,
    topicsOfCase: true,
    similarCases: true,
    hotspots: true,
    topicContacts: true,
  }),
  ...later<DirectoryQuestions>(async () => (await import('./directory-questions.ts')).directoryQuestions(asking), {
    directoryRows: true,
    providerParts: true,
    categoryChoices: true,
    previewDirectory: true,
    exportDirectory: true,
  }),
  ...later<CategoryQuestions>(async () => (await import('./category-questions.ts')).categoryQuestions(asking), {
    categories: true,
    findCategories: true,
    categoryVersions: true,
    readCategories: true,
    suggest: true,
  }),
  ...later<RoutingQuestions>(async () => (await import('./routing-questions.ts')).routingQuestions(asking), {
    gaps: true,
    minutes: true,
  }),
  ...later<LimitsQuestions>(async () => (await import('./limits-questions.ts')).limitsQuestions(asking), {
    timeRules: true,
    limitNow: true,
    readCalendar: true,
  }),
  ...later<WalkQuestions>(async () => (await import('./walk-questions.ts')).walkQuestions(asking), {
    walkBuildings: true,
    walkDoors: true,
    walkSheets: true,
    walkSheet: true,
    walkPaper: true,
  }),
  ...later<IntakeQuestions>(async () => (await import('./intake-questions.ts')).intakeQuestions(asking), {
    templates: true,
  }),
  ...later<CaseQuestions>(async () => (await import('./case-questions.ts')).caseQuestions(asking), {
    caseView: true,
    paperView: true,
  }),
  ...later<RevisitQuestions>(async () => (await import('./revisit-questions.ts')).revisitQuestions(asking), {
    revisitRules: true,
    revisitDue: true,
    revisitIds: true,
    revisitCall: true,
    revisitPapers: true,
    casesByNumber: true,
    badRatings: true,
    recentRevisits: true,
    revisitDraw: true,
  }),
  ...later<ReportQuestions>(async () => (await import('./report-questions.ts')).reportQuestions(asking), {
    report: true,
    figureCases: true,
  }),
  ...later<PapersQuestions>(async () => (await import('./papers-questions.ts')).papersQuestions(asking), {
    monthly: true,
    publicFacts: true,
    helpers: true,
    writeFile: true,
  }),
  ...later<SurveyQuestions>(async () => (await import('./survey-questions.ts')).surveyQuestions(asking), {
    surveys: true,
    survey: true,
    surveyPopulation: true,
    drawSurvey: true,
    redraw: true,
    surveyResults: true,
    surveyPaper: true,
    surveyFile: true,
    opinions: true,
  }),
  ...later<SupervisionQuestions>(
    async () => (await import('./supervision-questions.ts')).supervisionQuestions(asking),
    { ruleCounts: true, ruleHits: true, findings: true, supervisionOrders: true, duties: true },
  ),
  ...later<FundingQuestions>(async () => (await import('./funding-questions.ts')).fundingQuestions(asking), {
    agreements: true,
    funds: true,
    ledgerPage: true,
    statement: true,
    providerMoney: true,
    moneyChoices: true,
    moneyOfCase: true,
    occasions: true,
    toSettle: true,
    toDecide: true,
  }),
  ...later<HavesQuestions>(async () => (await import('./haves-questions.ts')).havesQuestions(asking), {
    haves: true,
    haveView: true,
    haveTopics: true,
  }),
  ...later<DeliberationQuestions>(
    async () => (await import('./deliberation-questions.ts')).deliberationQuestions(asking),
    { deliberations: true, personalData: true },
  ),
  ...later<NoticesQuestions>(async () => (await import('./notices-questions.ts')).noticesQuestions(asking), {
    notices: true,
    notice: true,
    noticeTemplates: true,
    noticeStart: true,
    toldAbout: true,
    recipients: true,
    recipientRows: true,
  }),
  ...later<LearningQuestions>(async () => (await import('./learning-questions.ts')).learningQuestions(asking), {
    modelCases: true,
    policyCards: true,
    similarWays: true,
    way: true,
    teaching: true,
    modelProposal: true,
  }),
  ...later<ScorecardQuestions>(async () => (await import('./scorecard-questions.ts')).scorecardQuestions(asking), {
    scorecards: true,
  }),
  ...later<ExchangeQuestions>(async () => (await import('./exchange-questions.ts')).exchangeQuestions(asking), {
    exchangeHome: true,
    previewExport: true,
    makeExport: true,
    receiveFile: true,
    lookAgain: true,
    takeIn: true,
    takeInAll: true,
    unfinishedImport: true,
    retryWaiting: true,
    inbox: true,
    dropInbox: true,
    bundles: true,
    exchangeGaps: true,
    makeRequest: true,
  }),
  ...later<FirstDayQuestions>(async () => (await import('./first-day-questions.ts')).firstDayQuestions(asking), {
    firstDayPack: true,
    packsMade: true,
  }),
  ...later<TrustQuestions>(async () => (await import('./trust-questions.ts')).trustQuestions(asking), {
    devices: true,
    readRequest: true,
    letPcIn: true,
    grantOfPc: true,
    connectBelow: true,
    houseRequest: true,
    readGrant: true,
    takeGrant: true,
    ownRequest: true,
    renamePc: true,
    revokePc: true,
  }),
  ...later<ConflictQuestions>(async () => (await import('./conflict-questions.ts')).conflictQuestions(asking), {
    differences: true,
    differenceCount: true,
    previewRule: true,
  }),
  ...later<StationsQuestions>(async () => (await import('./stations-questions.ts')).stationsQuestions(asking), {
    stations: true,
    namesIn: true,
    stationChoices: true,
    stationCoverage: true,
    letters: true,
    letter: true,
    transferCases: true,
    upperOffice: true,
    publishing: true,
  }),
})
