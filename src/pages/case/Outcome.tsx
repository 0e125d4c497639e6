import './outcome.scss'

import type { ReactNode } from 'react'

import { LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Answer, Case } from '#contract/case'
import { callPhone } from '#services/device'
import { go } from '#services/route'
import { OUTCOME_WORDS } from './outcome-words.ts'
import { Rate } from './Rate.tsx'

/** What came of it: the answer, where else to go, and what the resident thinks of it. */
export const Outcome = ({ one, desk }: { one: Case; desk: boolean }) => (
  <Box>
    <Box>{one.answer && <Answered id={one.id} answer={one.answer} desk={desk} />}</Box>
    <Box>{one.referrals.length > 0 && <Referrals cards={one.referrals} />}</Box>
    <Box>{(one.rateUntil || one.rating) && <Rate key={one.id} one={one} />}</Box>
  </Box>
)

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box className="line">
    <Box className="line__label">{label}</Box>
    <Box className="outcome__text">{children}</Box>
  </Box>
)

/** To be read again at any time, and never more than advice (CO-4). */
const Answered = ({ id, answer, desk }: { id: string; answer: Answer; desk: boolean }) => (
  <Box as="section">
    <Heading>{OUTCOME_WORDS.answer}</Heading>
    <Card>
      <Box className="outcome__text">{answer.text}</Box>
      <Notice tone="warn" title={answer.notice} />
      {answer.lawCited && <Line label={OUTCOME_WORDS.law}>{answer.lawCited}</Line>}
      {answer.followUp && <Line label={OUTCOME_WORDS.followUp}>{answer.followUp}</Line>}
      <Line label={OUTCOME_WORDS.right}>
        <Box>{answer.legalAid.text}</Box>
        <Box className="outcome__law">{answer.legalAid.law}</Box>
        {!desk && <CheckAid id={id} />}
      </Line>
      {desk && <Line label={OUTCOME_WORDS.category}>{answer.categoryText}</Line>}
      {desk && <Line label={OUTCOME_WORDS.handling}>{answer.handlingText}</Line>}
      {desk && answer.groupText && <Line label={OUTCOME_WORDS.group}>{answer.groupText}</Line>}
      {desk && answer.sexText && <Line label={OUTCOME_WORDS.sex}>{answer.sexText}</Line>}
      {desk && answer.urgencyText && <Line label={OUTCOME_WORDS.urgency}>{answer.urgencyText}</Line>}
    </Card>
  </Box>
)

/** What was told here goes along: nobody tells it twice. */
const CheckAid = ({ id }: { id: string }) => (
  <LinkButton onTap={() => void go('aidCheck', { from: id })}>{OUTCOME_WORDS.checkAid}</LinkButton>
)

const Referrals = ({ cards }: { cards: Case['referrals'] }) => (
  <Box as="section">
    <Heading>{OUTCOME_WORDS.referrals}</Heading>
    {cards.map((card) => (
      <Card key={`${card.to}${card.at}`} as="article">
        <Box className="outcome__name">{card.name}</Box>
        <Box>{card.text}</Box>
        {card.lastText && <Box className="outcome__last">{card.lastText}</Box>}
        <Box className="outcome__law">
          {[card.law, OUTCOME_WORDS.checked(card.checkedOn)].filter(Boolean).join(' · ')}
        </Box>
        {card.phone && <Dial phone={card.phone} />}
      </Card>
    ))}
  </Box>
)

const Dial = ({ phone }: { phone: string }) => (
  <LinkButton href={`tel:${phone}`} onTap={() => void callPhone(phone)}>
    {OUTCOME_WORDS.dial(phone)}
  </LinkButton>
)
