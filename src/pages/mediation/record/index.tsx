import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Tag } from '#components/Tag'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { goInstead } from '#services/route'
import { spanWords } from '../../moments.ts'
import { useManners } from '../../polite.ts'
import { Aloud } from '../Aloud.tsx'
import { Fact } from '../Facts.tsx'
import { PartyScreen, stepIn } from '../PartyScreen.tsx'
import { ReadTick } from '../ReadTick.tsx'
import { RECORD } from '../words.ts'

/** The records of what was said at the table, the latest first, and whether they are right. */
export default function RecordPage() {
  return <PartyScreen title={RECORD.title}>{(one, own) => <Records one={one} own={own} />}</PartyScreen>
}

const TICK = { tick: RECORD.tick, missing: RECORD.missing, go: RECORD.go }

type Session = MediationOwn['sessions'][number]

function Records({ one, own }: { one: Case; own: MediationOwn }) {
  const say = useManners()
  const held = own.sessions.filter(({ record }) => record !== null).reverse()
  if (held.length === 0) return <Empty title={RECORD.none} />
  return (
    <Box>
      {stepIn(one, 'confirm_record') ? (
        <Title hint={RECORD.hint}>{RECORD.ask}</Title>
      ) : (
        <Title>{RECORD.all}</Title>
      )}
      {held.map((session) => (
        <Held key={session.id} session={session} side={own.side} say={say} />
      ))}
      {stepIn(one, 'confirm_record') && (
        <Box>
          <ReadTick one={one} action="confirm_record" name="right" words={TICK} />
          <Box className="after">
            <Button tone="ghost" onTap={() => goInstead('case', { id: one.id })}>
              {RECORD.wrong}
            </Button>
          </Box>
        </Box>
      )}
    </Box>
  )
}

type HeldProps = { session: Session; side: MediationOwn['side']; say: (words: string) => string }

const Held = ({ session, side, say }: HeldProps) => {
  const { confirmed, place, present, record } = session
  return (
    <Card as="article">
      <Fact label={spanWords(session)}>{place}</Fact>
      {present && (
        <Fact label={RECORD.present} plain>
          {present}
        </Fact>
      )}
      <Box className="fact">
        <Aloud text={record ?? ''} />
        <Box className="reading">{record}</Box>
      </Box>
      {side === 'staff' ? <OfBoth confirmed={confirmed} /> : <OfMine {...{ confirmed, side, say }} />}
    </Card>
  )
}

type MineProps = Omit<HeldProps, 'session'> & Pick<Session, 'confirmed'>

const OfMine = ({ confirmed, side, say }: MineProps) => {
  const mine = side === 'other_side' ? confirmed.otherSide : confirmed.applicant
  const theirs = side === 'other_side' ? confirmed.applicant : confirmed.otherSide
  return (
    <Box className="marks">
      <Tag tone={mine ? 'ok' : 'warn'}>{say(mine ? RECORD.yours : RECORD.notYours)}</Tag>
      <Tag tone={theirs ? 'ok' : 'info'}>{theirs ? RECORD.others : RECORD.notOthers}</Tag>
    </Box>
  )
}

/** To the office neither side is its own. */
const OfBoth = ({ confirmed: { applicant, otherSide } }: Pick<Session, 'confirmed'>) => (
  <Box className="marks">
    <Tag tone={applicant ? 'ok' : 'warn'}>{RECORD.side('申请人', applicant)}</Tag>
    <Tag tone={otherSide ? 'ok' : 'warn'}>{RECORD.side('对方当事人', otherSide)}</Tag>
  </Box>
)
