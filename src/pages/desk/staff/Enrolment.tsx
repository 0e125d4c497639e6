import { Image } from '@tarojs/components'
import { useState } from 'react'

import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Enrolment, Staff } from '#contract/staff'
import { ROLE_NAME } from '#domain/actor'
import { copy } from '#services/device'
import { goBack } from '#services/route'
import { AdminScreen } from '../admin/AdminScreen.tsx'
import { addedName, ENROLMENT } from '../admin/words.ts'

const web = process.env.TARO_ENV === 'h5'

/** Groups of four can be read out. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

const Picture = ({ source }: { source: string }) =>
  web ? (
    <img className="enrol__picture" src={source} alt={ENROLMENT.picture} />
  ) : (
    <Box role="img" label={ENROLMENT.picture}>
      <Image className="enrol__picture" src={source} />
    </Box>
  )

/** The picture and the secret of a second factor. */
export function Secret({ enrolment: { otpQr, secret } }: { enrolment: Enrolment }) {
  const [copied, setCopied] = useState(false)
  const take = () => void copy(secret).then(() => setCopied(true))
  return (
    <Card>
      <Notice tone="warn" title={ENROLMENT.once}>
        {ENROLMENT.how}
      </Notice>
      <Box className="enrol">
        <Picture source={otpQr} />
        <Box>{ENROLMENT.secret}</Box>
        <Box className="enrol__secret">{grouped(secret)}</Box>
        <Button tone="ghost" onTap={take}>
          {copied ? ENROLMENT.copied : ENROLMENT.copy}
        </Button>
      </Box>
    </Card>
  )
}

/** Somebody was added; who serves already keeps the factor they have. */
export const Added = ({ staff, enrolment }: { staff: Staff; enrolment: Enrolment | null }) => (
  <AdminScreen title={ENROLMENT.title}>
    <Title hint={`${ROLE_NAME[staff.role]} · ${staff.organisationName}`}>
      {ENROLMENT.added} {addedName(staff.name ?? '', staff.phone ?? '')}
    </Title>
    <Box className="admin__form">
      {enrolment ? <Secret enrolment={enrolment} /> : <Notice tone="ok">{ENROLMENT.kept}</Notice>}
      <Box className="admin__acts">
        <Button onTap={goBack}>{enrolment ? ENROLMENT.done : ENROLMENT.toList}</Button>
      </Box>
    </Box>
  </AdminScreen>
)

/** A new factor instead of a lost one. */
export const Renewed = ({ staff, enrolment }: { staff: Staff; enrolment: Enrolment }) => (
  <AdminScreen title={ENROLMENT.title}>
    <Title hint={`${ROLE_NAME[staff.role]} · ${staff.organisationName}`}>
      {addedName(staff.name ?? '', staff.phone ?? '')}
    </Title>
    <Box className="admin__form">
      <Secret enrolment={enrolment} />
      <Box className="admin__acts">
        <Button onTap={goBack}>{ENROLMENT.done}</Button>
      </Box>
    </Box>
  </AdminScreen>
)
