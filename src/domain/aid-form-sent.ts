import { applicationProblems, type Filled } from './aid-application.ts'
import {
  askedFields,
  choosesAgent,
  type FormField,
  type FormStep,
  fieldsOf,
  isSaid,
  keptOf,
  meansOf,
  needsAgent,
  type Said,
  type Scene,
  stepsFor,
} from './aid-form.ts'
import type { FieldProblems } from './refusal.ts'
import { halfWidth } from './typed.ts'

/** Asked in order to know what to ask next: nobody needs to have it in writing. */
const NOT_SENT: readonly FormField[] = ['aidPlace', 'deadline', 'means.exemption', 'means.route']
const NUMBERS: readonly FormField[] = [
  'amount',
  'people',
  'means.statement.people',
  'means.statement.monthlyIncome',
]

/** 5,000 元 */
const numberIn = (text: unknown): number => Number(halfWidth(String(text)).replace(/[,，元人\s]/g, ''))

const sentOf = (field: FormField, value: unknown) =>
  NUMBERS.includes(field) && isSaid(value) ? numberIn(value) : value

type Body = Record<string, unknown>

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null

function put(body: Body, path: readonly string[], value: unknown): void {
  const [name = '', ...deeper] = path
  if (deeper.length === 0) {
    body[name] = value
    return
  }
  const inner = isBody(body[name]) ? body[name] : {}
  body[name] = inner
  put(inner, deeper, value)
}

/**
 * The application that the answers amount to. What is asked and not answered is there as `undefined`, so that the
 * schema says what to do; what is not asked is not there at all.
 */
export function applicationFrom(said: Said, scene: Scene): Body {
  const kept = keptOf(said, scene)
  const body: Body = { regionCode: scene.regionCode ?? undefined }
  for (const field of askedFields(kept, scene))
    if (!NOT_SENT.includes(field)) put(body, field.split('.'), sentOf(field, kept[field]))
  if (needsAgent(kept, scene) && kept['agent.kind'] === undefined && !choosesAgent(kept))
    put(body, ['agent', 'kind'], 'statutory')
  if (kept['otherSide.kind'] !== 'person') put(body, ['otherSide', 'sameHousehold'], false)
  if (kept.accusedIs === 'life_or_death') body.isGrave = true
  body.means = meansIn(kept, scene, isBody(body.means) ? body.means : {})
  return body
}

/** F-LA-4 goes along only with the two ways that need it. */
function meansIn(
  kept: Said,
  scene: Scene,
  { relief, authorised, promise, readAloud, statement }: Body,
): Body {
  const { route, exemption } = meansOf(kept, scene)
  if (route === 'exempt') return { route, exemption, ...(relief !== undefined && { relief }) }
  if (route === 'no_condition') return { route }
  return {
    route,
    ...(route === 'query' && { authorised }),
    ...(route === 'promise' && { promise, ...(readAloud === true && { readAloud }) }),
    statement,
  }
}

/** An answer is wanted, also where the law lets it be left out: nobody answers for the person. */
const UNSAID: Readonly<Partial<Record<FormField, string>>> = {
  hurt: '请选择有没有人受伤',
  violence: '请选择有没有家暴、虐待或遗弃',
  migrantWorker: '请选择是不是在外打工',
  accusedIs: '请选择是哪种情况',
  organ: '请选择有没有找过机关',
  deadline: '请选择有没有期限',
  deadlineOn: '请选择是哪一天；不知道的，上面选“不清楚”',
  'applicant.state': '请选择是给谁申请',
  'agent.guardianAgainst': '请选择伤害孩子的人是不是监护人',
  'means.exemption': '请选择一项，都没有的选“都没有”',
  'means.route': '请选择用哪种方式说明经济状况',
  filledInBy: '请选择是谁在填',
}

/** The domain's own conditions, also while the application is not whole yet. */
function filledFrom(body: Body): Filled {
  const { regionCode, matter, applicant, agent, otherSide, organ, means, filledInBy, ...rest } =
    body as Partial<Filled>
  return {
    ...rest,
    regionCode: regionCode ?? '',
    matter: matter ?? 'other',
    organ: organ ?? 'none',
    filledInBy: filledInBy ?? 'self',
    applicant: {
      idKind: applicant?.idKind ?? 'resident',
      idNumber: applicant?.idNumber ?? '',
      state: applicant?.state ?? 'adult',
    },
    agent: agent && { ...agent, idNumber: agent.idNumber ?? '', conflict: agent.conflict === true },
    otherSide: { ...otherSide, kind: otherSide?.kind ?? 'unknown' },
    means: means ?? { route: 'promise' },
  }
}

/** What is still to be said or put right, besides what the schema finds. */
export function formProblems(said: Said, scene: Scene): FieldProblems {
  const kept = keptOf(said, scene)
  const unsaid = askedFields(kept, scene).flatMap((field) => {
    const words = UNSAID[field]
    return words && !isSaid(kept[field]) ? [[field, words]] : []
  })
  return {
    ...applicationProblems(filledFrom(applicationFrom(kept, scene)), scene.on),
    ...Object.fromEntries(unsaid),
  }
}

const BEFORE: Readonly<Record<string, readonly FormStep[]>> = {
  regionCode: ['place'],
  agent: ['agent'],
  means: ['means', 'exemption', 'matter'],
  material: ['material'],
  // A photo that was used or thrown away meanwhile: the server names the field of files.
  fileIds: ['material'],
}

/** The screen on which a problem is mended; null when it is not about one of them. */
export function stepWith(problem: string, said: Said, scene: Scene): FormStep | null {
  const steps = stepsFor(said, scene)
  const own = steps.find((step) => fieldsOf(step).some((field) => field === problem))
  if (own) return own
  const [root = ''] = problem.split('.')
  return BEFORE[root]?.find((step) => steps.includes(step)) ?? null
}
