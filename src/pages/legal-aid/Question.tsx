import './legal-aid.scss'

import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Steps } from '#components/Steps'
import { Title } from '#components/Title'
import { Box } from '#components/tags'

export type Answer = { value: string; text: string; detail?: string | undefined }

type Props = {
  /** Which question of how many, as far as that is known by now. */
  now: number
  of: number
  /** What the questions lead to. */
  flow: string
  ask: string
  hint?: string | undefined
  answers: readonly Answer[]
  back: string
  onAnswer: (value: string) => void
  onBack: (() => void) | undefined
}

/** One question on a screen of its own; the answer leads on. */
export const Question = ({ now, of, flow, ask, hint, answers, back, onAnswer, onBack }: Props) => (
  <Box className="question">
    <Steps now={now} of={of} name={flow} />
    <Title hint={hint}>{ask}</Title>
    <Rows>
      {answers.map(({ value, text, detail }) => (
        <Row key={value} title={text} detail={detail} onTap={() => onAnswer(value)} />
      ))}
    </Rows>
    <Box className="question__back">{onBack && <LinkButton onTap={onBack}>{back}</LinkButton>}</Box>
  </Box>
)
