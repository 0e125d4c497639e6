import { Card } from '#components/Card'
import { Icon } from '#components/Icon'
import { Picture } from '#components/Picture'
import { Tag } from '#components/Tag'
import { Box, Words } from '#components/tags'
import type { Adviser, VillageAnswer } from '#contract/adviser'
import { pictureAt } from '#services/advisers'
import type { Shown } from '../load.ts'
import { ADVISER, STAGE_ICON } from '../words.ts'

type Props = Pick<Shown, 'answer' | 'adviser'>

/** The person, or the office that answers where there is none. */
export const Who = ({ answer, adviser }: Props) => (
  <Card as="section">
    {adviser ? <Person adviser={adviser} /> : answer && <Office answer={answer} />}
    {adviser && <Facts adviser={adviser} />}
  </Card>
)

const Person = ({ adviser: { name, initials, photo, occupationText, firm } }: { adviser: Adviser }) => (
  <Box className="who__head">
    {photo ? (
      <Picture className="who__face" src={pictureAt(photo)} alt={ADVISER.photo(name)} />
    ) : (
      <Box className="who__face who__face--plain" silent>
        {initials}
      </Box>
    )}
    <Box className="who__words">
      <Box as="h1" className="who__name">
        {name}
      </Box>
      <Box className="who__firm">
        <Tag>{occupationText}</Tag>
        <Words>{firm}</Words>
      </Box>
    </Box>
  </Box>
)

const Office = ({ answer: { answeredBy, answeredByText, phoneText } }: { answer: VillageAnswer }) => (
  <Box className="who__head">
    <Box className="who__face who__face--plain" silent>
      <Icon name={STAGE_ICON[answeredBy]} size="l" />
    </Box>
    <Box className="who__words">
      <Box as="h1" className="who__name">
        {answeredByText}
      </Box>
      <Box className="who__firm">{phoneText}</Box>
    </Box>
  </Box>
)

/** What makes one dare to ask: it costs nothing, how soon, in which tongue. */
const Facts = ({ adviser: { usualAnswerText, languages } }: { adviser: Adviser }) => (
  <Box as="ul" className="ticks">
    <Fact>{ADVISER.free}</Fact>
    <Fact>{usualAnswerText ? ADVISER.usual(usualAnswerText) : ADVISER.usualNone}</Fact>
    {languages.length > 0 && <Fact>{ADVISER.speaks(languages)}</Fact>}
  </Box>
)

const Fact = ({ children }: { children: string }) => (
  <Box as="li" className="ticks__item">
    <Icon name="check" size="s" />
    <Words>{children}</Words>
  </Box>
)
