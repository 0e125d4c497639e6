import { LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import { EXCLUSION, EXCLUSION_LAW, EXCLUSIONS, type Exclusion } from '#domain/dispute'
import { REFERRAL, type ReferralId } from '#domain/referral'
import { callPhone } from '#services/device'
import { keep, useTyped } from '#store/mediation'
import { useManners } from '../../polite.ts'
import { ALREADY_WORDS, REQUEST } from '../words.ts'

/** What a committee must not take is said before anybody has written a word, with the right door (PM-11). */
export function AlreadyStep() {
  const already = useTyped<Exclusion | 'none'>('already', 'none')
  const say = useManners()
  return (
    <Box>
      <Choice
        label={say(REQUEST.already)}
        hint={say(REQUEST.alreadyHint)}
        options={[
          { value: 'none', text: REQUEST.none },
          ...EXCLUSIONS.map((value) => ({ value, text: ALREADY_WORDS[value] })),
        ]}
        value={already}
        onChange={(value) => keep('already', value)}
      />
      <Box live="polite">{already !== 'none' && <OtherDoors of={already} />}</Box>
    </Box>
  )
}

const OtherDoors = ({ of }: { of: Exclusion }) => {
  const { why, doors } = EXCLUSION[of]
  return (
    <Box className="mediation-way">
      <Notice tone="warn" title={REQUEST.door}>{`${why}。（${EXCLUSION_LAW}）`}</Notice>
      <Heading>{REQUEST.doors}</Heading>
      {doors.map((id) => (
        <Door key={id} id={id} />
      ))}
      <Muted>{REQUEST.goOnAnyway}</Muted>
    </Box>
  )
}

const Door = ({ id }: { id: ReferralId }) => {
  const { name, text, law, phone } = REFERRAL[id]
  return (
    <Card>
      <Box className="door__name">{name}</Box>
      <Box>{text}</Box>
      <Box>{law && <Box className="door__law">{law}</Box>}</Box>
      <Box>
        {phone && (
          <LinkButton href={`tel:${phone}`} onTap={() => void callPhone(phone)}>
            {REQUEST.dial(phone)}
          </LinkButton>
        )}
      </Box>
    </Card>
  )
}
