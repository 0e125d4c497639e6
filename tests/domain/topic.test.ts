import { TOPIC_HINT, TOPIC_NAME, TOPICS } from '#domain/topic'

it('has a name of its own and a hint for every topic, and ends with the one for all else', () => {
  expect(new Set(TOPICS.map((topic) => TOPIC_NAME[topic])).size).toBe(TOPICS.length)
  for (const topic of TOPICS) expect(TOPIC_HINT[topic].length).toBeGreaterThan(4)
  expect(TOPICS.at(-1)).toBe('other')
})
