import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Fold } from '#components/Fold'
import { Box } from '#components/tags'
import type { Adviser } from '#contract/adviser'
import { copy } from '#services/device'
import { go } from '#services/route'
import type { Shown } from '../load.ts'
import { ADVISER } from '../words.ts'

type Props = Pick<Shown, 'answer' | 'adviser'>

/** What few people need at once, each one tap away. */
export const Details = ({ answer, adviser }: Props) => (
  <Box className="folds">
    {adviser?.about && <Box>{adviser.about}</Box>}
    {adviser && <Licence adviser={adviser} />}
    {adviser && <Serves adviser={adviser} />}
    {adviser && (
      <Fold title={ADVISER.rules} hint={ADVISER.rulesHint}>
        <Box className="folds__text">{adviser.costText}</Box>
        <Box as="ul" className="dots">
          {adviser.mustNot.map((rule) => (
            <Box as="li" key={rule} className="dots__item">
              {rule}
            </Box>
          ))}
        </Box>
      </Fold>
    )}
    {adviser && (
      <Fold title={ADVISER.complain} hint={ADVISER.complainHint}>
        <Box className="folds__text">{adviser.complainText}</Box>
      </Fold>
    )}
    {answer?.hasRules && (
      <Rows>
        <Row
          icon="papers"
          title={ADVISER.villageRules}
          detail={ADVISER.villageRulesHint}
          onTap={() => go('villageRules', { village: answer.village.code })}
        />
      </Rows>
    )}
  </Box>
)

function Licence({ adviser: { licence, licenceName, verifyText, firm } }: { adviser: Adviser }) {
  const [copied, setCopied] = useState(false)
  return (
    <Fold title={ADVISER.licence} hint={ADVISER.licenceHint}>
      <Box className="facts">
        <Box className="facts__label">{licenceName}</Box>
        <Box className="facts__value">{licence}</Box>
        <LinkButton onTap={() => void copy(licence).then(() => setCopied(true))}>
          {copied ? ADVISER.copied : ADVISER.copy}
        </LinkButton>
        <Box className="facts__label">{ADVISER.firm}</Box>
        <Box className="facts__value">{firm}</Box>
        <Box className="folds__text">{verifyText}</Box>
      </Box>
    </Fold>
  )
}

const Serves = ({ adviser: { villages } }: { adviser: Adviser }) => (
  <Fold title={ADVISER.serves} hint={ADVISER.servesHint(villages.length)}>
    <Box className="folds__rows">
      {villages.map(({ code, name, path }) => (
        <Row
          key={code}
          title={name}
          detail={path.split(' ').slice(2, -1).join(' ')}
          onTap={() => go('adviser', { village: code })}
        />
      ))}
    </Box>
  </Fold>
)
