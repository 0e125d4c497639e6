import { Box } from '#components/tags'
import type { Desk } from '#contract/hotline'
import { CHANNELS, type Channel } from '#domain/hotline'
import { CHANNEL_NAME } from '#domain/hotline-words'
import { type DeskView, narrow, useDeskView } from '#store/desk-view'
import { useSession } from '#store/session'
import { useLoaded } from '../../use-loaded.ts'
import { allOr, Chips } from '../Chips.tsx'
import { loadMyDesks } from '../my-desks.ts'
import { TODAY_WORDS } from './words.ts'

/** My desks, and what of them is looked at; what cannot be seen to be chosen narrows nothing. */
export function useNarrowed(): { desks: readonly Desk[]; view: DeskView } {
  const account = useSession((session) => session.account)
  const { loaded } = useLoaded(() => loadMyDesks(account), [account?.id])
  const view = useDeskView()
  const desks = loaded.state === 'ready' ? loaded.value.desks : []
  return { desks, view: { deskId: idOn(desks, view), channel: wayOn(desks, view) } }
}

const channelsOf = (desks: readonly Desk[]): readonly Channel[] =>
  CHANNELS.filter((channel) => desks.some(({ channels }) => channels.includes(channel)))

const idOn = (desks: readonly Desk[], { deskId }: DeskView) =>
  desks.some(({ id }) => id === deskId) ? deskId : null
const wayOn = (desks: readonly Desk[], { channel }: DeskView) =>
  channel && channelsOf(desks).includes(channel) ? channel : null

/** Of which desk, and how one talks; the next call is taken from what is chosen. */
export const Narrow = ({ desks, view }: { desks: readonly Desk[]; view: DeskView }) => (
  <Box>
    <Chips
      label={TODAY_WORDS.whichDesk}
      chips={allOr(
        TODAY_WORDS.all,
        desks.map(({ id, name }) => ({ value: id, text: name })),
      )}
      value={view.deskId}
      onChange={(deskId) => narrow({ deskId })}
    />
    <Chips
      label={TODAY_WORDS.whichWay}
      chips={allOr(
        TODAY_WORDS.all,
        channelsOf(desks).map((value) => ({ value, text: CHANNEL_NAME[value] })),
      )}
      value={view.channel}
      onChange={(channel) => narrow({ channel })}
    />
  </Box>
)
