import './Done.scss'

import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Icon } from '#components/Icon'
import { Box } from '#components/tags'
import { copy } from '#services/device'

const COPY = '复制编号'
const COPIED = '已复制'

/** It has arrived. */
export const DoneMark = () => (
  <Box className="done-mark" silent>
    <Icon name="check" size="l" />
  </Box>
)

/** Read out sign by sign, so that it can be written down from hearing. */
const spelled = (number: string) => [...number].filter((sign) => sign !== '-').join(' ')

/** The number that must not be lost. */
export function CaseNumber({ label, hint, number }: { label: string; hint: string; number: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <Box>
      <Box className="case-number__label">{label}</Box>
      <Box className="case-number__digits" role="img" label={spelled(number)}>
        {number}
      </Box>
      <Box className="case-number__label">{hint}</Box>
      <LinkButton onTap={() => copy(number).then(() => setCopied(true))}>{copied ? COPIED : COPY}</LinkButton>
    </Box>
  )
}
