import './index.scss'

import { useState } from 'react'

import { Button } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Confirm } from '#components/Sheet'
import { Heading, Muted } from '#components/Title'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import type { Account } from '#contract/session'
import { ROLE_NAME } from '#domain/actor'
import { go } from '#services/route'
import { leave } from '#services/session'
import { forgetDrafts } from '#store/draft'
import { placeWords, usePlace } from '#store/place'
import {
  hasBoard,
  hasStaffRole,
  isAdmin,
  isAtDesk,
  isStaff,
  restoreSession,
  useSession,
} from '#store/session'
import { useSettings } from '#store/settings'
import { Screen } from '../Screen.tsx'
import { useSeenAgain } from '../use-loaded.ts'
import { ME } from './words.ts'

const Guest = () => (
  <Card>
    <Box as="h1" className="me__name">
      {ME.guest}
    </Box>
    <Muted>{ME.guestText}</Muted>
    <Box className="me__enter">
      <Button onTap={() => go('signIn')}>{ME.signIn}</Button>
    </Box>
  </Card>
)

const rolesOf = ({ roles }: Account): string =>
  [...new Set(roles.filter(({ role }) => role !== 'resident').map(({ role }) => ROLE_NAME[role]))].join('、')

const Person = ({ account }: { account: Account }) => (
  <Card>
    <Box as="h1" className="me__name">
      {account.name ?? ME.noName}
    </Box>
    <Muted>{account.phone ?? ME.noPhone}</Muted>
    {rolesOf(account) && <Muted>{rolesOf(account)}</Muted>}
  </Card>
)

function Ways() {
  const place = usePlace((kept) => kept.place)
  const elder = useSettings(({ elder }) => elder)
  return (
    <Box className="me__part">
      <Rows>
        <Row
          icon="place"
          title={ME.place}
          detail={place ? placeWords(place) : ME.noPlace}
          onTap={() => go('region')}
        />
        <Row icon="shield" title={ME.verify} detail={ME.verifyText} onTap={() => go('verify')} />
        <Toggle label={ME.elder} hint={ME.elderHint} on={elder} onChange={useSettings.getState().setElder} />
      </Rows>
    </Box>
  )
}

const Privacy = () => (
  <Row icon="shield" title={ME.privacy} detail={ME.privacyText} onTap={() => go('privacy')} />
)

const Mine = () => (
  <Box as="section">
    <Heading>{ME.mine}</Heading>
    <Rows>
      <Row icon="info" title={ME.notices} detail={ME.noticesText} onTap={() => go('notices')} />
      <Row icon="clock" title={ME.watches} detail={ME.watchesText} onTap={() => go('watches')} />
      <Row icon="eye" title={ME.accessLog} detail={ME.accessLogText} onTap={() => go('accessLog')} />
      <Row icon="person" title={ME.myData} detail={ME.myDataText} onTap={() => go('myData')} />
      <Row icon="devices" title={ME.sessions} detail={ME.sessionsText} onTap={() => go('sessions')} />
      <Privacy />
    </Rows>
  </Box>
)

type StaffProps = Readonly<Record<'atDesk' | 'board' | 'advisers' | 'aid' | 'mediates' | 'admin', boolean>>

const Staff = ({ atDesk, board, advisers, aid, mediates, admin }: StaffProps) => (
  <Box as="section">
    <Heading>{ME.staff}</Heading>
    <Rows>
      {atDesk && <Row icon="desk" title={ME.desk} detail={ME.deskText} onTap={() => go('today')} />}
      {board && <Row icon="clock" title={ME.board} detail={ME.boardText} onTap={() => go('board')} />}
      {advisers && (
        <Row icon="scales" title={ME.advisers} detail={ME.advisersText} onTap={() => go('adviserWork')} />
      )}
      {aid && <Row icon="scales" title={ME.aid} detail={ME.aidText} onTap={() => go('aidWork')} />}
      {mediates && (
        <Row icon="hands" title={ME.mediation} detail={ME.mediationText} onTap={() => go('mediationWork')} />
      )}
      {admin && <Row icon="papers" title={ME.admin} detail={ME.adminText} onTap={() => go('admin')} />}
    </Rows>
  </Box>
)

function Leave() {
  const [asking, setAsking] = useState(false)
  const out = () =>
    void leave().then(() => {
      forgetDrafts()
      setAsking(false)
    })
  return (
    <Box className="me__part">
      <Button tone="quiet" onTap={() => setAsking(true)}>
        {ME.leave}
      </Button>
      {asking && (
        <Confirm title={ME.leaveAsk} yes={ME.leave} no={ME.stay} onYes={out} onNo={() => setAsking(false)}>
          {ME.leaveText}
        </Confirm>
      )}
    </Box>
  )
}

/** Village advisers, and those who see to it that they come. */
const withAdvisers = hasStaffRole([
  'village_adviser',
  'village_contact',
  'township_officer',
  'bureau_officer',
  'city_admin',
])

/** Those who review, decide and give legal aid, and those who see to it. */
const withAid = hasStaffRole(['legal_aid_reviewer', 'legal_aid_head', 'legal_aid_lawyer', 'bureau_officer'])

/** Those who mediate, and those who see to it. */
const withMediation = hasStaffRole(['mediator', 'committee_secretary', 'township_officer', 'bureau_officer'])

export default function Me() {
  const signedIn = useSession((session) => session.signedIn)
  const account = useSession((session) => session.account)
  const staff = useSession(isStaff)
  const admin = useSession(isAdmin)
  const atDesk = useSession(isAtDesk)
  const board = useSession(hasBoard)
  const advisers = useSession(withAdvisers)
  const aid = useSession(withAid)
  const mediates = useSession(withMediation)
  useSeenAgain(() => void restoreSession())
  return (
    <Screen title={ME.title} tab="me">
      <Box>{account ? <Person account={account} /> : signedIn ? <Waiting /> : <Guest />}</Box>
      <Box>{staff && <Staff {...{ atDesk, board, advisers, aid, mediates, admin }} />}</Box>
      <Ways />
      {signedIn ? (
        <>
          <Mine />
          <Leave />
        </>
      ) : (
        <Box className="me__part">
          <Rows>
            <Privacy />
          </Rows>
        </Box>
      )}
    </Screen>
  )
}

/** The token is there, the network is not: nothing is lost, and everything else works. */
const Waiting = () => (
  <Card>
    <Box as="h1" className="me__name">
      {ME.waiting}
    </Box>
    <Muted>{ME.waitingText}</Muted>
    <Box className="me__enter">
      <Button tone="ghost" onTap={() => void restoreSession()}>
        {ME.again}
      </Button>
    </Box>
  </Card>
)
