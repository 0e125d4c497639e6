import { Choice } from '#components/Choice'
import { Box } from '#components/tags'
import { keep, useTyped } from '#store/booking'
import { FORM_WORDS, YES_NO } from './words.ts'

type Props = {
  name: 'maySayWhoWeAre' | 'mayLeaveMessage'
  label: string
  purpose: string
  words: { yes: string; no: string }
}

const YesNo = ({ name, label, purpose, words }: Props) => (
  <Choice
    label={label}
    purpose={purpose}
    layout="pair"
    options={[
      { value: 'yes', text: words.yes },
      { value: 'no', text: words.no },
    ]}
    value={useTyped(name, true) ? 'yes' : 'no'}
    onChange={(value) => keep(name, value === 'yes')}
  />
)

/** A call must not bring anybody into danger at home. */
export const SafetyQuestions = () => (
  <Box className="safety">
    <YesNo
      name="maySayWhoWeAre"
      label={FORM_WORDS.sayWho}
      purpose={FORM_WORDS.sayWhoWhy}
      words={YES_NO.sayWho}
    />
    <YesNo
      name="mayLeaveMessage"
      label={FORM_WORDS.leaveMessage}
      purpose={FORM_WORDS.leaveMessageWhy}
      words={YES_NO.leaveMessage}
    />
  </Box>
)
