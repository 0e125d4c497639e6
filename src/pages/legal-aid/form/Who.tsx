import { Fold } from '#components/Fold'
import { Select } from '#components/Select'
import { Box } from '#components/tags'
import { askedFields, isChild } from '#domain/aid-form'
import { AGENT_KIND, type ApplicantState, FILLED_IN_BY, ID_KIND, LANGUAGE } from '#domain/aid-terms'
import { IDENTITY_GROUP_NAME, IDENTITY_GROUPS } from '#domain/consultation'
import { readIdNumber } from '#domain/id-number'
import { atWindow, keep, useApplying, useOfSaid, useSaid } from '#store/aid-form'
import { useSession } from '#store/session'
import { Agree, One, optionsOf, Several, type StepProps, Text, YesNo } from './Inputs.tsx'
import { FIELD, FORM, WHOSE } from './words.ts'

const STATES = Object.keys(WHOSE) as ApplicantState[]

export const WhoseStep = () => (
  <Box className="only">
    <One name="applicant.state" options={STATES.map((value) => ({ value, ...WHOSE[value] }))} />
  </Box>
)

/** What is known of the number while it is being typed: wrong figures are said before anybody goes on. */
function useIdWords(name: 'applicant.idNumber' | 'agent.idNumber', { on }: StepProps['scene']) {
  const number = useSaid('applicant.idKind', 'resident')
  const typed = useSaid(name, '').replace(/[\s-]/g, '')
  if ((name === 'applicant.idNumber' && number !== 'resident') || typed === '') return {}
  const read = readIdNumber(typed, on)
  if (read.ok) return { hint: FORM.idOk }
  return typed.length < 18 ? { hint: FORM.idTyped(typed.length) } : { error: read.problem }
}

const PERSON_FOLD = ['applicant.groups', 'applicant.ethnicity', 'applicant.work', 'appliedBefore']
const GROUPS = IDENTITY_GROUPS.filter((group) => group !== 'declined')

export function PersonStep({ scene }: StepProps) {
  const wrong = useApplying(({ fields }) => PERSON_FOLD.some((name) => name in fields))
  const child = useOfSaid((said) => isChild(said, scene))
  return (
    <Box>
      <Text name="applicant.name" kind="name" max={40} />
      <IdKind />
      <Text name="applicant.idNumber" max={30} {...useIdWords('applicant.idNumber', scene)} />
      <Box>{child && <Box className="aid-count">{FORM.idChild}</Box>}</Box>
      <Fold title={FORM.more} hint={FORM.morePerson} wrong={wrong}>
        <Several
          name="applicant.groups"
          options={GROUPS.map((value) => ({ value, text: IDENTITY_GROUP_NAME[value] }))}
        />
        <Text name="applicant.ethnicity" max={20} optional />
        <Text name="applicant.work" max={100} optional />
        <Text name="appliedBefore" max={200} optional />
      </Fold>
    </Box>
  )
}

const ID_KINDS = Object.entries(ID_KIND).map(([value, text]) => ({ value, text }))

const IdKind = () => (
  <Select
    label={FIELD['applicant.idKind'].label}
    entries={ID_KINDS}
    blank={ID_KIND.resident}
    value={useSaid<string>('applicant.idKind', 'resident')}
    onChange={(value) => keep('applicant.idKind', value)}
  />
)

export const ContactStep = () => (
  <Box>
    <Text name="applicant.phone" kind="phone" max={20} />
    <Text name="applicant.address" max={200} />
    <One name="language" optional pair options={optionsOf(LANGUAGE)} />
  </Box>
)

/** LP-4. The parents of a minor are the agents by law, unless they are the wrongdoers; in the other cases it is asked. */
export function AgentStep({ scene }: StepProps) {
  const asked = useOfSaid((said) => askedFields(said, scene).join(' ')).split(' ')
  const { entrusted: _, ...kinds } = AGENT_KIND
  return (
    <Box>
      <Text name="agent.relation" max={40} />
      {asked.includes('agent.guardianAgainst') && <YesNo name="agent.guardianAgainst" />}
      {asked.includes('agent.kind') && <One name="agent.kind" options={optionsOf(kinds)} />}
      <Text name="agent.name" kind="name" max={40} />
      <Text name="agent.idNumber" max={30} {...useIdWords('agent.idNumber', scene)} />
      <Text name="agent.phone" kind="phone" max={20} />
      <YesNo name="agent.conflict" yes="有" no="没有" />
    </Box>
  )
}

/** PI-9 */
export const GuardianStep = () => (
  <Agree name="guardianConsent" label={FORM.guardianTick} hint={FORM.guardianWhy} />
)

const { staff: _, ...FILLERS } = FILLED_IN_BY

/** LP-9: whoever cannot write need not; who wrote is recorded. */
export function FillerStep() {
  const by = useSaid('filledInBy', 'self')
  const isWindow = useSession(atWindow)
  return (
    <Box>
      <Box className="only">
        <One name="filledInBy" options={optionsOf<string>(isWindow ? FILLED_IN_BY : FILLERS)} />
      </Box>
      <Box>
        {by !== 'self' && <Text name="helperName" kind="name" max={40} />}
        {by !== 'self' && <Text name="helperPhone" kind="phone" max={20} optional />}
      </Box>
    </Box>
  )
}
