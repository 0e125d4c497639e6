import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Choice } from '#components/Choice'
import { Box } from '#components/tags'
import { TOPIC_HINT, TOPIC_NAME, type Topic } from '#domain/topic'
import { keep, useProblem, useTyped } from '#store/booking'
import { FORM_WORDS, TOPIC_GROUPS } from './words.ts'

const groupOf = (topic: Topic | '') =>
  TOPIC_GROUPS.find(({ topics }) => topics.some((one) => one === topic))?.name ?? null

/** First the part of life, then what it is: never more than six things to read. */
export function TopicQuestion() {
  const topic = useTyped<Topic | ''>('topic', '')
  const error = useProblem('topic')
  const [group, setGroup] = useState(() => groupOf(topic))
  const topics = TOPIC_GROUPS.find(({ name }) => name === group)?.topics ?? []
  return (
    <Box className="topic">
      {group === null ? (
        <Choice
          label={FORM_WORDS.topic}
          hint={FORM_WORDS.topicHint}
          error={error}
          layout="pair"
          options={TOPIC_GROUPS.map(({ name }) => ({ value: name, text: name }))}
          value={group}
          onChange={setGroup}
        />
      ) : (
        <>
          <Choice
            label={FORM_WORDS.topic}
            hint={group}
            error={error}
            options={topics.map((value) => ({ value, text: TOPIC_NAME[value], hint: TOPIC_HINT[value] }))}
            value={topic || null}
            onChange={(value) => keep('topic', value)}
          />
          <Box className="topic__other">
            <LinkButton onTap={() => setGroup(null)}>{FORM_WORDS.otherGroup}</LinkButton>
          </Box>
        </>
      )}
    </Box>
  )
}
