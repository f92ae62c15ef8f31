/** What happened · what is safe · what to do. */
import type { SurveyRefusal } from '#core/survey/refusals.ts'

export const surveyRefusals = {
  'no-such-survey': 'This survey is not here, nothing was saved. It may still have to come from another computer: try again later.', // prettier-ignore
  'survey-closed': 'This survey has ended, nothing was changed. Open it again first.',
  'sheet-first': 'This version of the question sheet is not here, nothing was saved. Save the sheet first.',
  'sample-too-large': 'The sample is larger than its population, nothing was drawn. Take a smaller sample or let more people in.', // prettier-ignore
  'sample-below-strata': 'The sample is smaller than the number of strata, nothing was drawn. Take a larger sample or other strata.', // prettier-ignore
  'already-drawn': 'This survey has been drawn, its list stays. To draw again begin another survey; the sheet can be copied.', // prettier-ignore
  'draw-first': 'Nobody has been drawn yet, nothing was saved. Draw first.',
  'no-such-interviewee': 'Nobody of the list has this number, nothing was saved. Check the number on the sheet.',
  'no-reserve': 'Nobody of the reserve is left in this stratum, nothing was saved. Save it without a replacement.',
  'no-such-opinion': 'This opinion is not here, nothing was changed. It may still have to come from another computer.',
  'opinion-withdrawn': 'This opinion was taken back before, nothing was changed.',
} satisfies Readonly<Record<SurveyRefusal, string>>
