import { EmergencyCard } from '#components/Notice'
import { Box } from '#components/tags'
import { CONTACTS, type Contact, type Danger } from '#domain/danger'
import { callPhone } from '#services/device'

const TITLE = '如果现在有危险，请马上打电话'

/** Each number once, the most urgent first. */
const linesFor = (dangers: readonly Danger[]): Contact[] => [
  ...new Map(dangers.flatMap((danger) => CONTACTS[danger]).map((line) => [line.number, line])).values(),
]

/** The card comes while one is still typing, and stands in nobody's way. */
export const InDanger = ({ dangers, children }: { dangers: readonly Danger[]; children: string }) => (
  <Box className="emergency-place">
    {dangers.length > 0 && (
      <EmergencyCard title={TITLE} lines={linesFor(dangers)} onCall={callPhone}>
        {children}
      </EmergencyCard>
    )}
  </Box>
)
