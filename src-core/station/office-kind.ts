/** 社区服务站 · 街道 · 区. To add one: here, whom it reports to, and its words (set-up.office). */
export const OFFICE_KINDS = ['community', 'street', 'district'] as const
export type OfficeKind = (typeof OFFICE_KINDS)[number]

/** 上级单位 before anybody says otherwise (DOMAIN §4.0: offices stack). */
export const OFFICE_ABOVE: Readonly<Record<OfficeKind, string>> = {
  community: '街道办事处',
  street: '区级主管部门',
  district: '市级主管部门',
}
