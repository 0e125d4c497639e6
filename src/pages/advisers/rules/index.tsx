import '../advisers.scss'

import { useRouter } from '@tarojs/taro'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { dayOf, spokenDay } from '#domain/day'
import { go } from '#services/route'
import { readFiledRules } from '#services/village-rules'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { RULES } from '../words.ts'

type Filed = Awaited<ReturnType<typeof readFiledRules>>[number]

/** The rules of a village as they were filed: everybody may read them. */
export default function VillageRules() {
  const { village = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => readFiledRules(village), [village])
  const ask = <Button onTap={() => go('ask', { village })}>{RULES.ask}</Button>
  return (
    <Screen title={RULES.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(filed) =>
          filed.length > 0 ? (
            <Box>
              {filed.map((one) => (
                <One key={one.number} filed={one} />
              ))}
              <Muted>{`${RULES.wrong}${RULES.wrongText}`}</Muted>
              <Box className="adviser__line">{ask}</Box>
            </Box>
          ) : (
            <Empty title={RULES.none} action={ask}>
              {RULES.noneText}
            </Empty>
          )
        }
      </Await>
    </Screen>
  )
}

const One = ({ filed: { title, what, clauses, passedOn, filedAt } }: { filed: Filed }) => (
  <Box as="article" className="filed">
    <Title
      hint={[what, RULES.passed(spokenDay(passedOn)), RULES.filed(spokenDay(dayOf(filedAt)))].join(' · ')}
    >
      {title}
    </Title>
    <Card>
      <Box as="ol" className="clauses">
        {clauses.map((text, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a filed text does not change
          <Box as="li" key={n} className="clauses__item">
            <Box className="clauses__number">{RULES.clause(n + 1)}</Box>
            <Box className="clauses__text">{text}</Box>
          </Box>
        ))}
      </Box>
    </Card>
  </Box>
)
