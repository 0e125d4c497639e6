import './Steps.scss'

import { Box } from '#components/tags'

type Props = { now: number; of: number; name: string }

/** How far one is on a form of several screens. */
export const Steps = ({ now, of, name }: Props) => (
  <Box className="steps">
    <Box className="steps__words">
      第 {now} 步，共 {of} 步：{name}
    </Box>
    <Box className="steps__track" silent>
      <Box className="steps__done" width={`${Math.round((now / of) * 100)}%`} />
    </Box>
  </Box>
)
