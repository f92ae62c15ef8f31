/** 工单页上派单一类的动作：按钮、保存、已保存. */
export const referralActions = {
  action: {
    'dispatch-co': '加协办',
    'raise-objection': '退单申请',
    'rule-objection': '裁定退单',
    'record-participation': '联席分工',
    'withdraw-consent': '撤回同意',
    'refuse-off-list': '清单外，不予承接',
  },
  save: {
    'dispatch-co': '请它协办',
    'raise-objection': '记下退单申请',
    'rule-objection': '作出裁定',
    'record-participation': '记下分工',
    'withdraw-consent': '记下撤回',
    'refuse-off-list': '记下不予承接',
  },
  saved: {
    'dispatch-co': '已请协办',
    'raise-objection': '已记下退单申请，待裁定',
    'rule-objection': '已裁定',
    'record-participation': '已记下分工',
    'withdraw-consent': '已记下撤回同意',
    'refuse-off-list': '已记下，可按 P 打印说明',
  },
}
