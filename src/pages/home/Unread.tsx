import { Row, Rows } from '#components/Card'
import { Tag } from '#components/Tag'
import { Box } from '#components/tags'
import { readNotices } from '#services/notices'
import { go } from '#services/route'
import { useManners } from '../polite.ts'
import { useLoaded, useSeenAgain } from '../use-loaded.ts'
import { UNREAD } from './unread-words.ts'

/** What was told and not read yet: the latest in words, the rest as a number. Nothing is shown while nobody knows. */
export function Unread() {
  const say = useManners()
  const { loaded, reload } = useLoaded(() => readNotices(undefined, '1'), [])
  useSeenAgain(reload)
  if (loaded.state !== 'ready' || !loaded.value.unread) return null
  const { items, unread } = loaded.value
  const latest = items.find(({ readAt }) => !readAt)
  return (
    <Box className="unread">
      <Rows>
        <Row
          icon="info"
          title={say(latest?.title ?? UNREAD.title)}
          detail={latest && say(latest.text)}
          end={<Tag tone="warn">{UNREAD.count(unread)}</Tag>}
          onTap={() => go('notices')}
        />
      </Rows>
    </Box>
  )
}
