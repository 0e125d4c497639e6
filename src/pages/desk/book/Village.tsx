import { Await } from '#components/Await'
import { Tick } from '#components/Choices'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { whoAnswers } from '#services/advisers'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { PlaceField } from '../admin/Seek.tsx'
import type { Asking } from './Asking.tsx'
import { BOOK_WORDS } from './words.ts'

/** The village, who answers there, and that the person agrees to it: 个人信息保护法第二十三条 (PI-6). */
export const Village = ({ typed, fields, onChange }: Asking) => (
  <Box>
    <PlaceField
      label={BOOK_WORDS.village}
      hint={BOOK_WORDS.villageHint}
      error={fields.villageCode}
      picked={typed.village}
      onPick={(village) => onChange({ village, consent: false })}
    />
    <Box>
      {typed.village && (
        <Answering
          key={typed.village.value}
          code={typed.village.value}
          on={typed.consent}
          error={fields.consent}
          onChange={(consent) => onChange({ consent })}
        />
      )}
    </Box>
  </Box>
)

async function load(code: string) {
  const { answer, items } = await whoAnswers(code)
  const adviser = items.find(({ id }) => id === answer?.adviserId)
  const named = adviser && `${adviser.firm} ${adviser.name}`
  return { answer, who: [answer?.answeredByText, named].filter(Boolean).join(' ') }
}

type AnsweringProps = {
  code: string
  on: boolean
  error: string | undefined
  onChange: (on: boolean) => void
}

function Answering({ code, on, error, onChange }: AnsweringProps) {
  const { loaded, reload } = useLoaded(() => load(code), [code])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={1}>
      {({ answer, who }) =>
        answer?.canAsk ? (
          <Box>
            <Notice tone="info" title={BOOK_WORDS.answers(who)}>
              {answer.promiseText}
            </Notice>
            <Tick label={BOOK_WORDS.consent(who)} error={error} on={on} onChange={onChange} />
          </Box>
        ) : (
          <Notice tone="warn" title={BOOK_WORDS.nobodyAnswers} news={error !== undefined}>
            {BOOK_WORDS.nobodyAnswersText}
          </Notice>
        )
      }
    </Await>
  )
}
