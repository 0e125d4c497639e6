import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { TextField } from '#components/TextField'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { readMyInvitations } from '#services/mediation'
import { go, goToTab } from '#services/route'
import { useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { useManners } from '../../polite.ts'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { MediationScreen } from '../MediationScreen.tsx'
import { INVITATION } from '../words.ts'
import { Invited } from './Invited.tsx'

/** `code` from the link, from the paper, or from what waits for the number signed in with. */
export default function InvitationPage() {
  const given = useRouter().params.code
  const [code, setCode] = useState(given ?? '')
  return (
    <MediationScreen title={INVITATION.title} {...(code && !given && { onBack: () => setCode('') })}>
      {code ? <Invited code={code} onOther={() => setCode('')} /> : <Without onCode={setCode} />}
    </MediationScreen>
  )
}

type OnCode = { onCode: (code: string) => void }

function Without({ onCode }: OnCode) {
  const signedIn = useSession((session) => session.signedIn)
  return (
    <Box>
      <Typed onCode={onCode} />
      <Heading>{INVITATION.mine}</Heading>
      {signedIn ? <Mine onCode={onCode} /> : <SignIn />}
    </Box>
  )
}

/** As somebody reads it off the paper. */
function Typed({ onCode }: OnCode) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const look = () => (text.trim() ? onCode(text.trim()) : setWrong(INVITATION.missing))
  return (
    <Box>
      <Title>{INVITATION.typed}</Title>
      <TextField
        label={INVITATION.code}
        hint={INVITATION.typedHint}
        error={wrong}
        max={40}
        value={text}
        onEnter={look}
        onChange={(value) => {
          setText(value)
          setWrong(undefined)
        }}
      />
      <Button onTap={look}>{INVITATION.look}</Button>
    </Box>
  )
}

function SignIn() {
  const say = useManners()
  return (
    <Box>
      <Muted>{say(INVITATION.mineSignIn)}</Muted>
      <Box className="after">
        <Button tone="ghost" onTap={() => go('signIn')}>
          {INVITATION.signIn}
        </Button>
      </Box>
    </Box>
  )
}

function Mine({ onCode }: OnCode) {
  const { loaded, reload } = useLoaded(readMyInvitations, [])
  useSeenAgain(reload)
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={1}>
      {(items) =>
        items.length > 0 ? (
          <Rows>
            {items.map(({ code, askedBy, typeText, committee }) => (
              <Row
                key={code}
                icon="hands"
                title={INVITATION.from(askedBy, typeText)}
                detail={committee.name}
                onTap={() => onCode(code)}
              />
            ))}
          </Rows>
        ) : (
          <Empty
            title={INVITATION.none}
            action={
              <Button tone="ghost" onTap={() => goToTab('cases')}>
                {INVITATION.toCases}
              </Button>
            }
          >
            {INVITATION.noneText}
          </Empty>
        )
      }
    </Await>
  )
}
