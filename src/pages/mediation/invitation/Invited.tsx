import { useState } from 'react'

import { Await } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Invitation } from '#contract/mediation'
import { spokenDay } from '#domain/day'
import { joinWith, lookAtInvitation } from '#services/mediation'
import { goInstead, goToTab } from '#services/route'
import { keepCase } from '#store/cases'
import { useSession } from '#store/session'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { useManners } from '../../polite.ts'
import { explain, useLoaded } from '../../use-loaded.ts'
import { useSignInFirst } from '../../use-sign-in-first.ts'
import { Fact } from '../Facts.tsx'
import { INVITATION, LINE } from '../words.ts'

/** What whoever holds the code may know, and not more: it may lie in the wrong hands. */
export function Invited({ code, onOther }: { code: string; onOther: () => void }) {
  const { loaded, reload } = useLoaded(() => lookAtInvitation(code), [code])
  return (
    <Box>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={3}>
        {(invitation) => <Shown code={code} invitation={invitation} />}
      </Await>
      <Box className="after">{loaded.state === 'failed' && <Otherwise onOther={onOther} />}</Box>
    </Box>
  )
}

/** A code works once: whoever used it finds the case among their own. */
const Otherwise = ({ onOther }: { onOther: () => void }) => (
  <Box>
    <LinkButton onTap={() => void goToTab('cases')}>{INVITATION.toCases}</LinkButton>
    <LinkButton onTap={onOther}>{INVITATION.anotherCode}</LinkButton>
  </Box>
)

function Shown({ code, invitation }: { code: string; invitation: Invitation }) {
  const { askedBy, typeText, committee, expiresOn } = invitation
  const say = useManners()
  return (
    <Box>
      <Title hint={say(INVITATION.yours)}>{say(INVITATION.ask)}</Title>
      <Card>
        <Fact label={say(INVITATION.by)}>{askedBy}</Fact>
        <Fact label={INVITATION.about}>{typeText}</Fact>
        <Fact label={INVITATION.committee}>{committee.name}</Fact>
        <Fact label={INVITATION.until}>{spokenDay(expiresOn)}</Fact>
      </Card>
      <Join code={code} />
      <Box className="after">
        <Muted>{say(INVITATION.keep)}</Muted>
      </Box>
      <NotMe />
      <Box className="after">
        <CallCard
          quiet
          title={INVITATION.call}
          hint={committee.phone ? INVITATION.callHint(committee.phone) : LINE.callHint}
          {...(committee.phone && { phone: committee.phone })}
        />
      </Box>
    </Box>
  )
}

/** Nobody needs to sign in to say so: nothing was opened, and there is nothing to answer. */
function NotMe() {
  const say = useManners()
  const [told, setTold] = useState(false)
  return (
    <Box className="after">
      {told ? (
        <Notice title={say(INVITATION.notMeTitle)} news>
          {say(INVITATION.notMeText)}
        </Notice>
      ) : (
        <LinkButton onTap={() => setTold(true)}>{INVITATION.notMe}</LinkButton>
      )}
    </Box>
  )
}

/** Signing in comes first; then the code is spent and the case is among one's own. */
function Join({ code }: { code: string }) {
  const signedIn = useSession((session) => session.signedIn)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const join = () => {
    setBusy(true)
    setTrouble(null)
    joinWith(code)
      .then(
        (made) => goInstead('mediationAnswer', { id: keepCase(made).id }),
        (error: unknown) => setTrouble(explain(error).words),
      )
      .finally(() => setBusy(false))
  }
  const askToSignIn = useSignInFirst(join)
  return (
    <Box className="after">
      <Box>{trouble && <Notice tone="warn" title={trouble} news />}</Box>
      <Button busy={busy} busyWords={INVITATION.busy} onTap={() => void (signedIn ? join() : askToSignIn())}>
        {signedIn ? INVITATION.goIn : INVITATION.go}
      </Button>
    </Box>
  )
}
