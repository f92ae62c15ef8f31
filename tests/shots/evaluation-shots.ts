/** Revisits, figures, surveys, supervision, money, four haves, notices and learning of the demonstration. To add one: a line here. */
import type { Shot, Stage } from './shot.ts'

/** By address: every tab has one. */
const at =
  (hash: string, waitMs = 900) =>
  async ({ page }: Stage): Promise<void> => {
    await page.evaluate((to) => (location.hash = to), hash)
    await page.waitForTimeout(waitMs)
  }

/** The first row of the list there. */
const firstOf =
  (hash: string) =>
  async (stage: Stage): Promise<void> => {
    await at(hash)(stage)
    await stage.page.keyboard.press('Enter')
    await stage.page.waitForTimeout(700)
  }

export const EVALUATION_SHOTS: readonly Shot[] = [
  { name: 'revisit-due', show: at('#/revisit') },
  { name: 'revisit-ratings', show: at('#/revisit/ratings') },
  { name: 'revisit-done', show: at('#/revisit/done') },
  { name: 'revisit-draw', show: at('#/revisit/draw') },
  { name: 'reports-overview', show: at('#/reports', 2_500) },
  { name: 'reports-rates', show: at('#/reports/rates', 1_500) },
  { name: 'reports-scorecard', show: at('#/reports/scorecard', 1_500) },
  { name: 'reports-monthly', show: at('#/reports/monthly', 1_500) },
  { name: 'surveys', show: at('#/surveys') },
  { name: 'survey', show: firstOf('#/surveys') },
  { name: 'opinions', show: at('#/surveys/opinions') },
  { name: 'supervision-rules', show: at('#/supervision', 2_000) },
  { name: 'supervision-rectify', show: at('#/supervision/rectify') },
  { name: 'supervision-orders', show: at('#/supervision/orders') },
  { name: 'supervision-duties', show: at('#/supervision/duties') },
  { name: 'funding-agreements', show: at('#/funding') },
  { name: 'funding-funds', show: at('#/funding/funds') },
  { name: 'funding-ledger', show: at('#/funding/ledger') },
  { name: 'funding-settle', show: at('#/funding/settle') },
  { name: 'funding-decide', show: at('#/funding/decide') },
  { name: 'haves', show: at('#/haves') },
  { name: 'notices', show: at('#/notices') },
  { name: 'notice', show: firstOf('#/notices') },
  { name: 'learning', show: at('#/learning') },
  { name: 'learning-policy', show: at('#/learning/policies') },
]
