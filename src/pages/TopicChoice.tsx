import './TopicChoice.scss'

import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Choice } from '#components/Choice'
import { Box } from '#components/tags'
import { TOPIC_HINT, TOPIC_NAME, type Topic } from '#domain/topic'

const WORDS = {
  topic: '是哪方面的事？',
  hint: '选最接近的就行，选错了也没关系。',
  otherGroup: '不是这些，看别的类',
} as const

/** How to think of it: the topics under the part of life they come from. */
const GROUPS: readonly { name: string; topics: readonly Topic[] }[] = [
  { name: '家里的事', topics: ['family', 'women', 'minors', 'elders'] },
  { name: '干活、工资、受伤', topics: ['labour', 'injury', 'traffic', 'medical'] },
  { name: '钱和买卖', topics: ['loan', 'contract', 'consumer', 'fraud'] },
  { name: '房子、土地、邻居', topics: ['housing', 'land', 'neighbours'] },
  { name: '公家和官司', topics: ['administrative', 'criminal', 'legal_aid', 'which_office'] },
  { name: '别的', topics: ['disabled', 'soldiers', 'complaint', 'other'] },
]

const groupOf = (topic: Topic | '') =>
  GROUPS.find(({ topics }) => topics.some((one) => one === topic))?.name ?? null

type Props = { topic: Topic | ''; error: string | undefined; onTopic: (topic: Topic) => void }

/** First the part of life, then what it is: never more than six things to read. */
export function TopicChoice({ topic, error, onTopic }: Props) {
  const [group, setGroup] = useState(() => groupOf(topic))
  const topics = GROUPS.find(({ name }) => name === group)?.topics ?? []
  return (
    <Box className="topic">
      {group === null ? (
        <Choice
          label={WORDS.topic}
          hint={WORDS.hint}
          error={error}
          layout="pair"
          options={GROUPS.map(({ name }) => ({ value: name, text: name }))}
          value={group}
          onChange={setGroup}
        />
      ) : (
        <>
          <Choice
            label={WORDS.topic}
            hint={group}
            error={error}
            options={topics.map((value) => ({ value, text: TOPIC_NAME[value], hint: TOPIC_HINT[value] }))}
            value={topic || null}
            onChange={onTopic}
          />
          <Box className="topic__other">
            <LinkButton onTap={() => setGroup(null)}>{WORDS.otherGroup}</LinkButton>
          </Box>
        </>
      )}
    </Box>
  )
}
