import { useRouter } from '@tarojs/taro'

import { Tag } from '#components/Tag'
import type { AdminDesk } from '#contract/admin-desk'
import { CHANNEL_NAME } from '#domain/hotline-words'
import { readAdminDesks } from '#services/admin'
import { go } from '#services/route'
import { putOpened, useOpened } from '#store/admin'
import { Gone } from '../admin/FormScreen.tsx'
import { Listing } from '../admin/Listing.tsx'
import type { Column } from '../admin/Records.tsx'
import { COMMON, DESKS, seats } from '../admin/words.ts'
import { DeskForm } from './DeskForm.tsx'

function Standing({ active, openings }: AdminDesk) {
  if (!active) return <Tag tone="warn">{COMMON.disabled}</Tag>
  return openings.length > 0 ? (
    <Tag tone="ok">{COMMON.active}</Tag>
  ) : (
    <Tag tone="danger">{DESKS.unplanned}</Tag>
  )
}

const COLUMNS: readonly Column<AdminDesk>[] = [
  { title: DESKS.name, cell: ({ name }) => name },
  { title: DESKS.organisation, cell: ({ organisationName }) => organisationName },
  { title: COMMON.place, cell: ({ region }) => region ?? '—' },
  { title: DESKS.channels, cell: ({ channels }) => channels.map((one) => CHANNEL_NAME[one]).join('、') },
  { title: DESKS.bookings, cell: ({ bookings }) => seats(bookings) },
  { title: COMMON.status, cell: (desk) => <Standing {...desk} /> },
]

function open(desk: AdminDesk) {
  putOpened('desks', desk)
  go('desks', { form: desk.id })
}

function List() {
  const saved = useOpened(({ desks }) => desks)
  return (
    <Listing noun="desks" words={DESKS} load={readAdminDesks} saved={saved} columns={COLUMNS} onOpen={open} />
  )
}

export default function Desks() {
  const { form, added } = useRouter().params
  const opened = useOpened(({ desks }) => desks)
  if (!form) return <List />
  if (form === 'new') return <DeskForm desk={null} />
  return opened ? <DeskForm desk={opened} added={added === 'yes'} /> : <Gone title={DESKS.change} />
}
