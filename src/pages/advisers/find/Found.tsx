import { Await } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Adviser, FoundVillage } from '#contract/adviser'
import { searchAdvisers } from '#services/advisers'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { FIND } from '../words.ts'

type Props = { text: string; onVillage: (code: string) => void }

/** 溆浦县 卢峰镇: everything above the village but province and city. */
const wayTo = ({ path }: FoundVillage) => path.split(' ').slice(2, -1).join(' ')

/** 法律顾问 李明 · 溆浦县 卢峰镇 */
const answeredBy = (village: FoundVillage) =>
  [[village.answeredByText, village.answeredByName].filter(Boolean).join(' '), wayTo(village)]
    .filter(Boolean)
    .join(' · ')

/** Villages first: that is what people look for. */
export function Found({ text, onVillage }: Props) {
  const { loaded, reload } = useLoaded(() => searchAdvisers(text), [text])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {({ villages, items }) =>
        villages.length + items.length > 0 ? (
          <Box>
            {villages.length > 0 && <Villages villages={villages} onVillage={onVillage} />}
            {items.length > 0 && <People advisers={items} />}
          </Box>
        ) : (
          <Notice title={FIND.none} news>
            {FIND.noneText}
          </Notice>
        )
      }
    </Await>
  )
}

const Villages = ({
  villages,
  onVillage,
}: {
  villages: readonly FoundVillage[]
  onVillage: (code: string) => void
}) => (
  <Box as="section">
    <Heading>{FIND.villages}</Heading>
    <Rows>
      {villages.map((village) => (
        <Row
          key={village.code}
          title={village.name}
          detail={answeredBy(village)}
          onTap={() => onVillage(village.code)}
        />
      ))}
    </Rows>
  </Box>
)

const People = ({ advisers }: { advisers: readonly Adviser[] }) => (
  <Box as="section">
    <Heading>{FIND.advisers}</Heading>
    <Rows>
      {advisers.map(({ id, name, occupationText, firm }) => (
        <Row
          key={id}
          title={name}
          detail={`${occupationText} · ${firm}`}
          onTap={() => go('adviser', { id })}
        />
      ))}
    </Rows>
  </Box>
)
