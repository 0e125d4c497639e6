import { Await } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Adviser } from '#contract/adviser'
import { readDesk } from '#services/adviser-desk'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { ADVISER, StaffScreen } from '../StaffScreen.tsx'
import { PROFILE } from '../words.ts'
import { Form } from './Form.tsx'
import { Photo } from './Photo.tsx'

/** What the village sees of its adviser, written by the adviser. */
export default function ProfilePage() {
  const { loaded, reload } = useLoaded(async () => (await readDesk()).adviser, [])
  return (
    <StaffScreen title={PROFILE.title} roles={ADVISER}>
      <Title hint={PROFILE.hint}>{PROFILE.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(adviser) => (
          <Box className="narrow">
            <Photo adviser={adviser} />
            <Form adviser={adviser} />
            <Ways adviser={adviser} />
          </Box>
        )}
      </Await>
    </StaffScreen>
  )
}

const Ways = ({ adviser: { remoteText, villages } }: { adviser: Adviser }) => {
  const [village] = villages
  return (
    <Box className="below">
      <Rows>
        <Row
          icon="video"
          title={PROFILE.hours}
          detail={remoteText ?? PROFILE.hoursNone}
          onTap={() => go('remoteHours')}
        />
        {village && (
          <Row
            icon="place"
            title={PROFILE.seen}
            detail={village.name}
            onTap={() => go('adviser', { village: village.code })}
          />
        )}
      </Rows>
    </Box>
  )
}
