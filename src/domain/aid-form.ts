import { type AccusedClass, questionsFor } from './aid-check.ts'
import { groundsFor } from './aid-grounds.ts'
import { type MaterialItem, materialFor } from './aid-material.ts'
import type { Matter } from './aid-matter.ts'
import { type Exemption, exemptionOn, type MeansRoute } from './aid-means.ts'
import { addMonths, type Day } from './day.ts'
import { readIdNumber } from './id-number.ts'

/** The application as it is asked, one question on a screen: step → its fields, named as they are sent. */
export const FORM_FIELDS = {
  matter: ['matter'],
  hurt: ['hurt'],
  violence: ['violence'],
  migrantWorker: ['migrantWorker'],
  accused: ['accusedIs'],
  place: ['aidPlace', 'happenedIn'],
  story: ['summary'],
  wish: ['wish', 'amount', 'people', 'help'],
  otherSide: [
    'otherSide.kind',
    'otherSide.name',
    'otherSide.phone',
    'otherSide.address',
    'otherSide.idNumber',
    'otherSide.sameHousehold',
  ],
  organ: ['organ', 'organName', 'organCaseNumber'],
  deadline: ['deadline', 'deadlineOn', 'preservation'],
  whose: ['applicant.state'],
  person: [
    'applicant.name',
    'applicant.idKind',
    'applicant.idNumber',
    'applicant.groups',
    'applicant.ethnicity',
    'applicant.work',
    'appliedBefore',
  ],
  contact: ['applicant.phone', 'applicant.address', 'language'],
  agent: [
    'agent.relation',
    'agent.guardianAgainst',
    'agent.kind',
    'agent.name',
    'agent.idNumber',
    'agent.phone',
    'agent.conflict',
  ],
  guardian: ['guardianConsent'],
  exemption: ['means.exemption', 'means.relief'],
  means: ['means.route', 'means.authorised', 'means.promise', 'means.readAloud'],
  statement: [
    'means.statement.people',
    'means.statement.monthlyIncome',
    'means.statement.hardship',
    'means.statement.spending',
    'means.statement.property',
    'means.statement.debts',
    'means.statement.story',
  ],
  material: ['hasContract'],
  filler: ['filledInBy', 'helperName', 'helperPhone'],
} as const

export type FormStep = keyof typeof FORM_FIELDS
export type FormField = (typeof FORM_FIELDS)[FormStep][number]
export const FORM_STEPS = Object.keys(FORM_FIELDS) as FormStep[]
export const fieldsOf = (step: FormStep): readonly FormField[] => FORM_FIELDS[step]

/** What was filled in: field → text, number, yes or no, several. */
export type Said = Readonly<Partial<Record<FormField, unknown>>>

/** The day and the village, by which grounds and exemptions hold. */
export type Scene = { on: Day; regionCode: string | null }

type When = (said: Said, scene: Scene) => boolean

/** Outside the list of exemptions. */
export const NONE = 'none'

const matterOf = (said: Said) => said.matter as Matter | undefined
const LABOUR: readonly unknown[] = ['wages', 'labour_relation', 'work_injury']

/** As the two-minute check asks it. */
const asChecked =
  (question: 'hurt' | 'violence' | 'migrantWorker' | 'accusedIs'): When =>
  (said, { on }) => {
    const matter = matterOf(said)
    return questionsFor(matter ? { matter } : {}, on).includes(question)
  }

export const isNotified = ({ accusedIs }: Said): boolean =>
  accusedIs !== undefined && (accusedIs as AccusedClass) !== 'none'

/** Why nobody is asked about means (LP-7, LA-9, LA-4), or `ask`. */
export function meansWay(said: Said, { on, regionCode }: Scene): 'no_condition' | 'migrant_worker' | 'ask' {
  const matter = matterOf(said)
  if (!matter) return 'ask'
  const grounds = groundsFor(matter, on, regionCode).filter(
    ({ code }) => code !== 'violence' || matter === 'violence' || said.violence === true,
  )
  const isFree = grounds.some(({ means }) => means === 'none' || (means === 'by_notice' && isNotified(said)))
  if (isFree) return 'no_condition'
  const isMigrant = said.migrantWorker === true && exemptionOn('migrant_worker', matter, on) !== undefined
  return isMigrant ? 'migrant_worker' : 'ask'
}

const isYoungerThan =
  (years: number) =>
  (said: Said, { on }: Pick<Scene, 'on'>) => {
    if ((said['applicant.idKind'] ?? 'resident') !== 'resident') return false
    const read = readIdNumber(String(said['applicant.idNumber'] ?? ''), on)
    return read.ok && addMonths(read.birthday, years * 12) > on
  }

/** PI-9 */
export const isChild = isYoungerThan(14)
const isMinor = isYoungerThan(18)
const isIncapable = ({ 'applicant.state': state }: Said) => state === 'incapable' || state === 'detained'

const isForMinor: When = (said, scene) => said['applicant.state'] === 'minor' || isMinor(said, scene)
const isAgainstGuardian = ({ 'agent.guardianAgainst': against }: Said) => against === true

/** LP-4 */
export const needsAgent: When = (said, scene) => isIncapable(said) || isForMinor(said, scene)

/** The parents of a minor are the statutory agents: unless they are the wrongdoers there is nothing to choose. */
export const choosesAgent = (said: Said): boolean => isIncapable(said) || isAgainstGuardian(said)

const always: When = () => true
const asksMeans: When = (said, scene) => meansWay(said, scene) === 'ask'
const statesMeans: When = (said, scene) => asksMeans(said, scene) && said['means.exemption'] === NONE

/** When a question is asked: by answers that come before it, and by nothing else. */
const ASKED: Readonly<Record<FormStep, When>> = {
  matter: always,
  hurt: asChecked('hurt'),
  violence: asChecked('violence'),
  migrantWorker: asChecked('migrantWorker'),
  accused: asChecked('accusedIs'),
  place: always,
  story: always,
  wish: always,
  otherSide: always,
  organ: always,
  deadline: always,
  whose: always,
  person: always,
  contact: always,
  agent: needsAgent,
  guardian: (said, scene) => isChild(said, scene) && !isAgainstGuardian(said),
  exemption: asksMeans,
  means: statesMeans,
  statement: statesMeans,
  material: always,
  filler: always,
}

const isKnownSide: When = ({ 'otherSide.kind': kind }) => kind === 'person' || kind === 'organisation'
const isAtOrgan: When = ({ organ }) => organ !== undefined && organ !== 'none'
const isHelped: When = ({ filledInBy }) => filledInBy !== undefined && filledInBy !== 'self'

/** Within a step: fields that only some answers bring. */
const FIELD_ASKED: Readonly<Partial<Record<FormField, When>>> = {
  'otherSide.name': isKnownSide,
  'otherSide.phone': isKnownSide,
  'otherSide.address': isKnownSide,
  'otherSide.idNumber': isKnownSide,
  'otherSide.sameHousehold': ({ 'otherSide.kind': kind }) => kind === 'person',
  organName: isAtOrgan,
  organCaseNumber: isAtOrgan,
  deadlineOn: ({ deadline }) => deadline === 'yes',
  'agent.guardianAgainst': isForMinor,
  'agent.kind': choosesAgent,
  'means.relief': ({ 'means.exemption': exemption }) => exemption === 'social_relief',
  'means.authorised': ({ 'means.route': route }) => route === 'query',
  'means.promise': ({ 'means.route': route }) => route === 'promise',
  'means.readAloud': ({ 'means.route': route }) => route === 'promise',
  hasContract: ({ matter }) => LABOUR.includes(matter),
  helperName: isHelped,
  helperPhone: isHelped,
}

export const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''

const isAsked = (field: FormField, said: Said, scene: Scene) => FIELD_ASKED[field]?.(said, scene) ?? true

/** Answers to questions that are asked; whatever else was once answered counts as absent. */
export function keptOf(said: Said, scene: Scene): Said {
  let kept: Said = {}
  for (const step of FORM_STEPS) {
    if (!ASKED[step](kept, scene)) continue
    for (const field of fieldsOf(step))
      if (isSaid(said[field]) && isAsked(field, kept, scene)) kept = { ...kept, [field]: said[field] }
  }
  return kept
}

/** The screens of this application, in order. */
export function stepsFor(said: Said, scene: Scene): FormStep[] {
  const kept = keptOf(said, scene)
  return FORM_STEPS.filter((step) => ASKED[step](kept, scene))
}

/** The fields that are to be filled in, answered or not. */
export function askedFields(said: Said, scene: Scene): FormField[] {
  const kept = keptOf(said, scene)
  return stepsFor(kept, scene).flatMap((step) =>
    fieldsOf(step).filter((field) => isAsked(field, kept, scene)),
  )
}

type Means = { route: MeansRoute | undefined; exemption: Exemption | null }

/** LP-7, LA-9: who is exempt is not asked how. */
export function meansOf(kept: Said, scene: Scene): Means {
  const way = meansWay(kept, scene)
  if (way === 'no_condition') return { route: 'no_condition', exemption: null }
  if (way === 'migrant_worker') return { route: 'exempt', exemption: 'migrant_worker' }
  const exemption = kept['means.exemption']
  if (exemption !== undefined && exemption !== NONE)
    return { route: 'exempt', exemption: exemption as Exemption }
  return { route: kept['means.route'] as MeansRoute | undefined, exemption: null }
}

/** What has to be shown, computed from the answers (LP-5). */
export function materialsFor(said: Said, scene: Scene): MaterialItem[] {
  const kept = keptOf(said, scene)
  const { route, exemption } = meansOf(kept, scene)
  return materialFor({
    matter: matterOf(kept) ?? 'other',
    meansRoute: route ?? 'promise',
    exemption,
    hasAgent: needsAgent(kept, scene),
    hasOrgan: isAtOrgan(kept, scene),
    hasContract: kept.hasContract === true,
  })
}
