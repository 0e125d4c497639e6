import { useState } from 'react'

import { Await } from '#components/Await'
import {
  dayAsked,
  nextRouteQuestion,
  type RouteAnswers,
  type RouteQuestion,
  routeQuestions,
} from '#domain/aid-route'
import { askWay } from '#services/legal-aid'
import { goBack } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { Question } from '../Question.tsx'
import { AskDay } from './AskDay.tsx'
import { AskTrouble } from './AskTrouble.tsx'
import { Found } from './Found.tsx'
import { ANSWERS, ASKS, DECIDED_IN, ROUTE_WORDS } from './words.ts'

/** At most five questions, then a named route with its reason. */
export default function RoutePage() {
  const [answers, setAnswers] = useState<RouteAnswers>({})
  const [passed, setPassed] = useState(false)
  const question = openQuestion(answers, passed)
  const back = () => {
    setPassed(false)
    setAnswers(withoutLast(answers))
  }
  const isFirst = answers.trouble === undefined
  return (
    <Screen title={ROUTE_WORDS.title} onBack={isFirst ? goBack : back}>
      {question === null ? (
        <Result
          answers={answers}
          onAgain={() => {
            setPassed(false)
            setAnswers({})
          }}
        />
      ) : (
        <Asking
          key={question}
          question={question}
          answers={answers}
          onAnswer={(value) => setAnswers({ ...answers, [question]: value })}
          onPass={() => setPassed(true)}
          onBack={isFirst ? undefined : back}
        />
      )}
    </Screen>
  )
}

/** The day comes last and may be passed over: not everybody knows it. */
function openQuestion(answers: RouteAnswers, passed: boolean): RouteQuestion | null {
  const next = nextRouteQuestion(answers)
  if (next) return next
  const asksDay = routeQuestions(answers).includes('since') && answers.since === undefined
  return asksDay && !passed ? 'since' : null
}

function withoutLast(answers: RouteAnswers): RouteAnswers {
  const last = routeQuestions(answers).findLast((question) => answers[question] !== undefined)
  const { [last ?? 'trouble']: _, ...rest } = answers
  return rest
}

type AskingProps = {
  question: RouteQuestion
  answers: RouteAnswers
  onAnswer: (value: string) => void
  onPass: () => void
  onBack: (() => void) | undefined
}

function Asking({ question, answers, onAnswer, onPass, onBack }: AskingProps) {
  const all = routeQuestions(answers)
  const place = { now: all.indexOf(question) + 1, of: all.length }
  if (question === 'trouble') return <AskTrouble onAnswer={onAnswer} />
  if (question === 'since')
    return <AskDay asked={dayAsked(answers)} {...place} onAnswer={onAnswer} onPass={onPass} onBack={onBack} />
  const { ask, hint } = ASKS[question]
  return (
    <Question
      {...place}
      flow={ROUTE_WORDS.title}
      ask={ask}
      hint={hint}
      answers={answersTo(question, answers)}
      back={ROUTE_WORDS.back}
      onAnswer={onAnswer}
      onBack={onBack}
    />
  )
}

/** Who has asked for arbitration does not wait for a ruling of the government, and the other way round. */
function answersTo(question: keyof typeof ANSWERS, { trouble }: RouteAnswers) {
  const fitting = trouble && question === 'decided' ? DECIDED_IN[trouble] : undefined
  return fitting ? ANSWERS[question].filter(({ value }) => fitting.includes(value)) : ANSWERS[question]
}

function Result({ answers, onAgain }: { answers: RouteAnswers; onAgain: () => void }) {
  const { loaded, reload } = useLoaded(() => askWay(answers), [JSON.stringify(answers)])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={3}>
      {({ way, others }) => way && <Found way={way} others={others} onAgain={onAgain} />}
    </Await>
  )
}
