import '../account.scss'

import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Tag } from '#components/Tag'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import { onWeb } from '#services/device'
import { openPrivacyContract } from '#services/wechat'
import { Screen } from '../../Screen.tsx'
import { PRIVACY, PURPOSES } from '../words.ts'

const PARTS = [
  [PRIVACY.keep, PRIVACY.keepText],
  [PRIVACY.whoSees, PRIVACY.whoSeesText],
  [PRIVACY.rights, PRIVACY.rightsText],
  [PRIVACY.who, PRIVACY.whoText],
] as const

/** What the law wants said before anything is asked, in plain words (PIPL art. 17). */
export default function Privacy() {
  return (
    <Screen title={PRIVACY.title}>
      <Title hint={PRIVACY.basis}>{PRIVACY.ask}</Title>
      <Heading>{PRIVACY.what}</Heading>
      <Rows>
        {PURPOSES.map(({ what, why, must }) => (
          <Row
            key={what}
            title={what}
            detail={why}
            end={<Tag tone={must ? 'info' : 'ok'}>{must ? PRIVACY.must : PRIVACY.optional}</Tag>}
          />
        ))}
      </Rows>
      {PARTS.map(([head, text]) => (
        <Box as="section" key={head}>
          <Heading>{head}</Heading>
          <Box as="p" className="account__text">
            {text}
          </Box>
        </Box>
      ))}
      {!onWeb && (
        <Box className="account__act">
          <LinkButton onTap={openPrivacyContract}>{PRIVACY.guide}</LinkButton>
        </Box>
      )}
    </Screen>
  )
}
