import { useRouter } from '@tarojs/taro'

import { Tag } from '#components/Tag'
import { Box } from '#components/tags'
import type { Staff } from '#contract/staff'
import { ROLE_NAME } from '#domain/actor'
import { readStaff } from '#services/admin'
import { go } from '#services/route'
import { putOpened, useOpened } from '#store/admin'
import { Gone } from '../admin/FormScreen.tsx'
import { Listing } from '../admin/Listing.tsx'
import type { Column } from '../admin/Records.tsx'
import { COMMON, STAFF } from '../admin/words.ts'
import { NewStaffForm } from './NewStaffForm.tsx'
import { StaffForm } from './StaffForm.tsx'

const Standing = ({ active, enrolled, signedIn }: Staff) => (
  <Box>
    <Tag tone={active ? 'ok' : 'warn'}>{active ? COMMON.active : COMMON.disabled}</Tag>
    {active && !enrolled && <Tag tone="danger">{STAFF.noOtp}</Tag>}
    {signedIn && <Tag>{STAFF.signedIn}</Tag>}
  </Box>
)

const COLUMNS: readonly Column<Staff>[] = [
  { title: STAFF.name, cell: ({ name, phone }) => name ?? phone ?? '—' },
  { title: STAFF.phone, cell: ({ phone }) => phone ?? '—' },
  { title: STAFF.role, cell: ({ role }) => ROLE_NAME[role] },
  { title: STAFF.organisation, cell: ({ organisationName }) => organisationName },
  { title: COMMON.place, cell: ({ region }) => region ?? '—' },
  { title: COMMON.status, cell: (staff) => <Standing {...staff} /> },
]

function open(staff: Staff) {
  putOpened('staff', staff)
  go('staff', { form: staff.id })
}

function List() {
  const saved = useOpened(({ staff }) => staff)
  return <Listing noun="staff" words={STAFF} load={readStaff} saved={saved} columns={COLUMNS} onOpen={open} />
}

export default function StaffPage() {
  const { form } = useRouter().params
  const opened = useOpened(({ staff }) => staff)
  if (!form) return <List />
  if (form === 'new') return <NewStaffForm />
  return opened ? <StaffForm staff={opened} /> : <Gone title={STAFF.change} />
}
