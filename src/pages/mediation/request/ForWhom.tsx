import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import { CASE_SOURCE, CASE_SOURCES } from '#domain/case-source'
import { keep, useProblem, useTyped } from '#store/mediation'
import { hasStaffRole, useSession } from '#store/session'
import { REQUEST } from '../words.ts'

/** Those who may write down a request for whoever comes to them. */
const atWindow = hasStaffRole(['committee_secretary', 'mediator', 'township_officer', 'village_contact'])

/** At a window or on the line: whose request it is. The person finds it under this number. */
export function ForWhom() {
  const staff = useSession(atWindow)
  return staff && <Asked />
}

const SOURCES = CASE_SOURCES.map((value) => ({ value, text: CASE_SOURCE[value] }))

const Asked = () => (
  <Box as="section">
    <Heading>{REQUEST.forWhom}</Heading>
    <TextField
      kind="phone"
      label={REQUEST.forPhone}
      hint={REQUEST.forPhoneHint}
      max={20}
      error={useProblem('forPhone')}
      value={useTyped('forPhone', '')}
      onChange={(value) => keep('forPhone', value)}
    />
    <TextField
      kind="name"
      label={REQUEST.forName}
      optional
      max={40}
      error={useProblem('forName')}
      value={useTyped('forName', '')}
      onChange={(value) => keep('forName', value)}
    />
    <Select
      label={REQUEST.source}
      optional
      entries={SOURCES}
      blank={REQUEST.sourceBlank}
      value={useTyped('source', '')}
      onChange={(value) => keep('source', value)}
    />
  </Box>
)
