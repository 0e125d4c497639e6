import { useEffect } from 'react'

import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { FILES, keep, useProblem, useTyped } from '#store/mediation'
import { AddFiles } from '../../AddFiles.tsx'
import { useManners } from '../../polite.ts'
import { REQUEST } from '../words.ts'

/** Whoever writes with difficulty shows a paper or speaks; what kind of matter it is the mediator will see. */
export function FilesStep() {
  const type = useTyped('type', '')
  const say = useManners()
  useEffect(() => {
    if (!type) keep('type', 'other')
  }, [type])
  return (
    <Box>
      <Title hint={say(REQUEST.showTellHint)}>{REQUEST.showTell}</Title>
      <AddFiles place={FILES} label={REQUEST.fileLabel} error={useProblem('fileIds')} />
    </Box>
  )
}
