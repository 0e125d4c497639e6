import { Button, LinkButton } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Reply } from '#contract/endpoint'
import type { findRoute } from '#contract/legal-aid'
import { spokenDay } from '#domain/day'
import { call, OPEN_OWN } from '../ways.ts'
import { ROUTE_WORDS } from './words.ts'

type Way = NonNullable<Reply<typeof findRoute>['way']>

type Props = { way: Way; others: readonly Way[]; onAgain: () => void }

/** Where to go, why, by when, and what else there is. */
export const Found = ({ way, others, onAgain }: Props) => (
  <Box className="way">
    <Title hint={way.why}>{way.name}</Title>
    <Card>
      <Box>{way.text}</Box>
      <Box>{way.lastText && <Limit text={way.lastText} on={way.lastOn} />}</Box>
      <Box>{way.law && <Box className="verdict__law">{`${ROUTE_WORDS.law}：${way.law}`}</Box>}</Box>
      <Checked on={way.checkedOn} />
      <Go way={way} />
    </Card>
    <Box>
      {others.length > 0 && (
        <Box as="section">
          <Heading>{ROUTE_WORDS.others}</Heading>
          <Rows>
            {others.map((other) => (
              <Other key={other.to} way={other} />
            ))}
          </Rows>
        </Box>
      )}
    </Box>
    <LinkButton onTap={onAgain}>{ROUTE_WORDS.again}</LinkButton>
    <Muted>{ROUTE_WORDS.private}</Muted>
  </Box>
)

/** Never that it is too late: whether it is, a lawyer judges. */
const Limit = ({ text, on }: { text: string; on: string | null }) => (
  <Box className="way__limit">
    <Notice tone="warn" title={ROUTE_WORDS.lastTitle}>
      {on ? `${text} ${ROUTE_WORDS.lastHint(spokenDay(on))}` : text}
    </Notice>
  </Box>
)

function Go({ way: { to, name, phone } }: { way: Way }) {
  const open = OPEN_OWN[to]
  return (
    <Box className="way__why">
      {open && <Button onTap={open}>{name}</Button>}
      {phone && (
        <Button tone={open ? 'ghost' : 'main'} href={`tel:${phone}`} onTap={() => call(phone)}>
          {ROUTE_WORDS.call(phone)}
        </Button>
      )}
    </Box>
  )
}

function Other({ way }: { way: Way }) {
  const { to, name, text, lastText, phone } = way
  const open = OPEN_OWN[to] ?? (phone ? () => call(phone) : undefined)
  const detail = (
    <Box>
      <Box>{text}</Box>
      <Box>{lastText && <Box className="way__last">{lastText}</Box>}</Box>
      <Checked on={way.checkedOn} />
    </Box>
  )
  return open ? <Row title={name} detail={detail} onTap={open} /> : <Row title={name} detail={detail} />
}

/** Limits are data that somebody looked up on a day. */
const Checked = ({ on }: { on: string | null }) => (
  <Box>{on && <Box className="verdict__law">{ROUTE_WORDS.checked(on)}</Box>}</Box>
)
