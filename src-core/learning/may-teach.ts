import type { CaseFile } from '../case-file/case-file.ts'

/** A report (举报), open or not, and a child who may be harmed are told to nobody, however little stands in the text. */
export const mayTeach = ({ fields, acts }: Pick<CaseFile, 'fields' | 'acts'>): boolean =>
  fields.requestKind !== 'report' && !acts.some(({ type }) => type === 'child-report')
