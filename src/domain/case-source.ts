/** 案件来源 (SYS111), in the order of the code. */
export const CASE_SOURCES = [
  'party',
  'committee',
  'court',
  'procuratorate',
  'police',
  'petition_office',
  'other_body',
  'direct',
  'online',
] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

export const CASE_SOURCE: Readonly<Record<CaseSource, string>> = {
  party: '当事人申请',
  committee: '调委会主动调解',
  court: '法院委托移送',
  procuratorate: '检察院委托移送',
  police: '公安机关委托移送',
  petition_office: '信访部门委托移送',
  other_body: '其他部门委托移送',
  direct: '直接申请',
  online: '网上申请',
}

const isSource = (value: unknown): value is CaseSource => CASE_SOURCES.some((one) => one === value)

/** What staff said when they took it, else when they wrote it down, else what the way it came says by itself. */
export function sourceOf(
  accepted: unknown,
  { source, cameBy }: Readonly<Record<string, unknown>>,
): CaseSource {
  const said = [accepted, source].find(isSource)
  return said ?? (cameBy ? 'party' : 'online')
}
