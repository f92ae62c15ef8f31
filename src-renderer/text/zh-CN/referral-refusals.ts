/** 派单上报被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { ReferralRefusal } from '#core/case-file/referral-refusals.ts'

export const referralRefusals = {
  'ground-needed': '还没有选提供个人信息的依据，没有派出。请选“已征得同意”或别的依据。',
  'consent-needed':
    '还没有征得同意，没有派出，个人信息没有外传。请读给诉求人听，同意后勾选；不同意就改派政府部门或自己办。',
  'guardian-consents': '当事人不满 14 周岁，要由监护人同意，没有派出。请改选“监护人”，写上姓名。',
  'fields-needed': '没有选提供哪些内容，没有派出。请至少选一项有内容的。',
  'names-inside': '选了“不含个人信息”，但要提供的内容里有姓名或电话，没有派出。请去掉那一项，或改选依据。',
  'report-hides-reporter': '举报人的姓名、电话不得外传，没有派出。请去掉这两项。',
  'deadline-past': '期限已经过了，没有保存。请选以后的时间。',
  'lead-first': '还没有主办单位，没有加协办。请先派单或上报给主办单位。',
  'already-with-them': '这家单位手里已有这件的单，没有重复派。请另选一家。',
  'already-accepted': '这张单已经有了回话，没有再改。要退回请用“退单申请”，要换一家请用“收回改派”。',
  'goes-to-review': '退单要先审查，没有直接退回。请用“退单申请”记下原因，再裁定。',
  'still-time': '还没过接单时限（{{at}}），没有收回。请等一等，或用“收回改派”写明原因。',
  'late-reason-needed': '已过协办期限，还差逾期原因，没有保存。写的都在，请补上。',
  'under-review': '退单申请正在审查，没有重复申请。请先裁定。',
  'cannot-return-again':
    '这张单的退单申请在 {{at}} 已裁定不予退单，同一家单位不能再退同一张单。单仍由它办理，请催它办。',
  'objection-too-late': '派单异议要在派单后 5 个工作日内提出，截止 {{at}}，已经过了，没有受理。单仍由它办理。',
  'not-under-review': '没有待裁定的退单申请，没有改动。请先记下退单申请。',
  'no-such-consent': '找不到这次同意的记录，没有改动。请在办理记录里核对。',
  'approval-needed': '有单位正在办，提前终止要有书面批准，没有办结。写的都在，请写上批准人和文号。',
  'not-off-list': '这件的类别不是“清单外”，没有拒绝。请核对分类；确实不该承接的，可在分类目录里改。',
} satisfies Readonly<Record<ReferralRefusal, string>>
