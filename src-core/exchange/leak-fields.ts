/**
 * Words that people type and that leave the station: which fields of scope `shared` or `directory` hold them. Everything else
 * of those scopes is a code, a number, a moment or an id (a test walks the catalogue and wants every field in one of the two).
 *
 * To add one: a line here. Telephone numbers of organisations are not in it: they are meant to be known.
 */
export const LEAK_FIELDS: Readonly<Record<string, readonly string[]>> = {
  device: ['name'],
  provider: ['name', 'area'],
  service: ['name', 'areaWords', 'costUnit', 'costWords', 'marks', 'documents', 'note'],
  site: ['name', 'address', 'transport'],
  agreement: ['number', 'itemWords'],
  qualification: ['name', 'number', 'issuer'],
  activity: ['title', 'where', 'note'],
  place: ['name'],
  'calendar-year': ['source'],
  category: ['nameZh', 'nameEn', 'basis', 'author', 'words'],
  topic: ['category'],
  'have-check': ['carrierName', 'authority'],
  deliberation: ['authority'],
  fund: ['name', 'number', 'basis', 'purpose'],
  'model-case': ['title', 'situation', 'done', 'helpers', 'result', 'learnt'],
  'policy-card': ['title', 'text', 'source', 'number', 'link'],
  classification: ['category'],
  referral: ['category'],
  gap: ['category'],
  'off-list-refusal': ['category'],
  'supervision-order': ['number', 'from'],
}
