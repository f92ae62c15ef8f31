import type { ReferralRefusal } from '#core/case-file/referral-refusals.ts'
import type { Line } from './line.ts'

/** What happened · what is safe · what to do, in both languages. */
export const REFERRAL_REFUSALS: Readonly<Record<ReferralRefusal, Line>> = {
  'ground-needed': ['没有写依据 · 没有派出 · 请写 ground', 'No lawful ground · nothing was sent · give one'],
  'consent-needed': ['还没有同意 · 没有派出 · 请先征得同意', 'No consent · nothing was sent · ask for it first'],
  'guardian-consents': ['不满 14 周岁 · 没有派出 · 请由监护人同意', 'Under 14 · nothing was sent · ask the guardian'],
  'fields-needed': ['没有选提供的内容 · 没有派出 · 请选', 'Nothing chosen to be sent · no order went out · choose'],
  'names-inside': ['内容里有姓名或电话 · 没有派出 · 请去掉', 'A name or number stands in it · nothing was sent · leave it out'], // prettier-ignore
  'report-hides-reporter': ['举报人不得外传 · 没有派出 · 请去掉', 'The reporter stays secret · nothing was sent · leave them out'], // prettier-ignore
  'deadline-past': ['期限已过 · 没有保存 · 请改', 'The deadline has passed · nothing was saved · choose a later one'],
  'lead-first': ['还没有主办单位 · 没有加协办 · 请先派单', 'Nobody leads · no co-handler was added · dispatch first'],
  'already-with-them': ['这家已有这件的单 · 没有重复派 · 请另选', 'They have it already · nothing was sent twice · choose another'], // prettier-ignore
  'already-accepted': ['这张单已有回话 · 没有改 · 请用退单申请或收回', 'It has been answered · it is unchanged · ask to return it, or take it back'], // prettier-ignore
  'goes-to-review': ['退单要先审查 · 没有退回 · 请先申请退单', 'A return is reviewed first · nothing was returned · ask to return it'], // prettier-ignore
  'still-time': ['还没过接单时限 · 没有收回 · 请再等等', 'They may still answer · nothing was taken back · wait'],
  'late-reason-needed': ['还差逾期原因 · 没有保存 · 请补上', 'The reason for the delay is missing · nothing was saved · add it'], // prettier-ignore
  'under-review': [
    '退单正在审查 · 没有重复申请 · 请先裁定',
    'It is being reviewed · none was added · rule on it first',
  ],
  'cannot-return-again': ['已裁定不予退单 · 没有再退 · 仍由它办理', 'A return was refused before · nothing was returned · it stays with them'], // prettier-ignore
  'objection-too-late': ['过了 5 个工作日 · 没有受理 · 仍由它办理', 'More than 5 working days · not taken · it stays with them'], // prettier-ignore
  'not-under-review': ['没有待裁定的申请 · 没有改 · 请先申请', 'There is nothing to rule on · nothing was changed · ask first'], // prettier-ignore
  'no-such-consent': ['没有这次同意 · 没有改 · 请核对', 'No such consent · nothing was changed · check it'],
  'approval-needed': ['提前终止要书面批准 · 没有办结 · 请补上', 'Ending it early needs a written approval · not closed · add it'], // prettier-ignore
  'not-off-list': ['类别不是清单外 · 没有拒绝 · 请核对分类', 'Its category is not off the list · nothing was refused · check it'], // prettier-ignore
}
