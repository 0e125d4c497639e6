import { Fold } from '#components/Fold'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { dangerIn } from '#domain/danger'
import type { Topic } from '#domain/topic'
import { FILES, keep, useAsking, useProblem, useTyped } from '#store/inquiry'
import { useSession } from '#store/session'
import { AddFiles } from '../../AddFiles.tsx'
import { InDanger } from '../../InDanger.tsx'
import { TopicChoice } from '../../TopicChoice.tsx'
import { ASK } from '../words.ts'

const MOST = 2000

export const TopicQuestion = () => (
  <TopicChoice
    topic={useTyped<Topic | ''>('topic', '')}
    error={useProblem('topic')}
    onTopic={(topic) => keep('topic', topic)}
  />
)

export function QuestionField() {
  const question = useTyped('question', '')
  return (
    <Box className="question">
      <TextField
        kind="long"
        label={ASK.question}
        hint={ASK.questionHint}
        purpose={ASK.questionWhy}
        placeholder={`${ASK.example}${ASK.examples}`}
        error={useProblem('question')}
        max={MOST}
        value={question}
        onChange={(value) => keep('question', value)}
      />
      <Box className="question__count">{ASK.count([...question].length, MOST)}</Box>
      <InDanger dangers={dangerIn(question)}>{ASK.danger}</InDanger>
      <AddFiles place={FILES} label={ASK.files} hint={ASK.filesHint} error={useProblem('fileIds')} />
    </Box>
  )
}

const FOLDED = ['name', 'phone', 'language']

/** Asked of those who have something to say; a mistake within unfolds it. */
export function More() {
  const mine = useSession(({ account }) => account?.phone)
  const isWrong = useAsking(({ fields }) => FOLDED.some((name) => name in fields))
  return (
    <Box className="ask__more">
      <Fold title={ASK.more} hint={ASK.moreHint} wrong={isWrong}>
        <TextField
          kind="name"
          label={ASK.name}
          hint={ASK.nameHint}
          purpose={ASK.nameWhy}
          optional
          error={useProblem('name')}
          max={40}
          value={useTyped('name', '')}
          onChange={(value) => keep('name', value)}
        />
        <TextField
          kind="phone"
          label={ASK.phone}
          hint={mine ? ASK.phoneMine(mine) : ASK.phoneLater}
          purpose={ASK.phoneWhy}
          optional
          error={useProblem('phone')}
          max={20}
          value={useTyped('phone', '')}
          onChange={(value) => keep('phone', value)}
        />
        <TextField
          label={ASK.language}
          hint={ASK.languageHint}
          purpose={ASK.languageWhy}
          optional
          error={useProblem('language')}
          max={30}
          value={useTyped('language', '')}
          onChange={(value) => keep('language', value)}
        />
      </Fold>
    </Box>
  )
}
