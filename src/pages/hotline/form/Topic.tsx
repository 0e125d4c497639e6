import type { Topic } from '#domain/topic'
import { keep, useProblem, useTyped } from '#store/booking'
import { TopicChoice } from '../../TopicChoice.tsx'

export const TopicQuestion = () => (
  <TopicChoice
    topic={useTyped<Topic | ''>('topic', '')}
    error={useProblem('topic')}
    onTopic={(topic) => keep('topic', topic)}
  />
)
