import { Icon } from '#components/Icon'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { dangerIn } from '#domain/danger'
import { FILES, keep, useProblem, useTyped } from '#store/mediation'
import { AddFiles } from '../../AddFiles.tsx'
import { InDanger } from '../../InDanger.tsx'
import { useManners } from '../../polite.ts'
import { REQUEST } from '../words.ts'

const Readers = ({ icon, children }: { icon: 'eye' | 'shield'; children: string }) => (
  <Box className="private">
    <Icon name={icon} size="s" />
    <Box className="private__words">{children}</Box>
  </Box>
)

/** What the other side will read, and what only the mediator does: said beside each. */
export function WishStep() {
  const wish = useTyped('wish', '')
  const story = useTyped('story', '')
  const say = useManners()
  return (
    <Box>
      <Title>{say(REQUEST.wish)}</Title>
      <TextField
        kind="long"
        label={REQUEST.wishLabel}
        hint={REQUEST.wishHint}
        error={useProblem('wish')}
        max={500}
        value={wish}
        onChange={(value) => keep('wish', value)}
      />
      <Readers icon="eye">{REQUEST.shared}</Readers>
      <TextField
        kind="long"
        label={REQUEST.story}
        hint={REQUEST.storyHint}
        optional
        error={useProblem('story')}
        max={4000}
        value={story}
        onChange={(value) => keep('story', value)}
      />
      <Readers icon="shield">{REQUEST.privately}</Readers>
      <InDanger dangers={dangerIn(`${wish}\n${story}`)}>{REQUEST.danger}</InDanger>
      <AddFiles
        place={FILES}
        label={REQUEST.files}
        hint={REQUEST.filesHint}
        error={useProblem('fileIds')}
        optional
      />
    </Box>
  )
}
