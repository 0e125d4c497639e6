import { useRouter } from '@tarojs/taro'

import { Tag } from '#components/Tag'
import type { Organisation } from '#contract/organisation'
import { ORGANISATION_KIND_NAME } from '#domain/organisation'
import { readOrganisations } from '#services/admin'
import { go } from '#services/route'
import { putOpened, useOpened } from '#store/admin'
import { Gone } from '../admin/FormScreen.tsx'
import { Listing } from '../admin/Listing.tsx'
import type { Column } from '../admin/Records.tsx'
import { COMMON, ORGANISATIONS } from '../admin/words.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

const COLUMNS: readonly Column<Organisation>[] = [
  { title: ORGANISATIONS.name, cell: ({ name }) => name },
  { title: ORGANISATIONS.kind, cell: ({ kind }) => ORGANISATION_KIND_NAME[kind] },
  { title: COMMON.place, cell: ({ region }) => region ?? '—' },
  { title: ORGANISATIONS.people, cell: ({ people }) => people },
  { title: ORGANISATIONS.desks, cell: ({ desks }) => desks },
  {
    title: COMMON.status,
    cell: ({ active }) => <Tag tone={active ? 'ok' : 'warn'}>{active ? COMMON.active : COMMON.disabled}</Tag>,
  },
]

function open(organisation: Organisation) {
  putOpened('organisations', organisation)
  go('organisations', { form: organisation.id })
}

function List() {
  const saved = useOpened(({ organisations }) => organisations)
  return (
    <Listing
      noun="organisations"
      words={ORGANISATIONS}
      load={readOrganisations}
      saved={saved}
      columns={COLUMNS}
      onOpen={open}
    />
  )
}

export default function Organisations() {
  const { form } = useRouter().params
  const opened = useOpened(({ organisations }) => organisations)
  if (!form) return <List />
  if (form === 'new') return <OrganisationForm organisation={null} />
  return opened ? <OrganisationForm organisation={opened} /> : <Gone title={ORGANISATIONS.change} />
}
