import { Row, Rows } from '#components/Card'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { go } from '#services/route'
import { CallCard } from '../../CallCard.tsx'
import { politely } from '../../polite.ts'
import { MediationScreen } from '../MediationScreen.tsx'
import { LINE, REQUEST } from '../words.ts'

type Props = { onBegin: () => void; onFiles: () => void }

/** The telephone first: somebody else can write it all down. */
export const ElderBegin = ({ onBegin, onFiles }: Props) => (
  <MediationScreen title={REQUEST.title}>
    <Title hint={politely(REQUEST.beginHint)}>{REQUEST.begin}</Title>
    <Box className="mediation-way">
      <CallCard title={LINE.call} hint={LINE.hint} />
    </Box>
    <Box className="after">
      <Rows>
        <Row title={politely(REQUEST.byFiles)} detail={politely(REQUEST.byFilesHint)} onTap={onFiles} />
        <Row title={LINE.myself} detail={LINE.myselfHint} onTap={onBegin} />
        <Row title={REQUEST.invited} detail={REQUEST.invitedHint} onTap={() => go('invitation')} />
      </Rows>
    </Box>
  </MediationScreen>
)
