import { Row, Rows } from '#components/Card'
import { Fold } from '#components/Fold'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import { DISPUTE_NAME, type Dispute } from '#domain/dispute'
import { useFiles } from '#store/files'
import { FILES, keep, useProblem, useRequesting, useTyped } from '#store/mediation'
import { placeWords, usePlace } from '#store/place'
import { REQUEST, type Step } from '../words.ts'
import { ForWhom } from './ForWhom.tsx'
import { Trouble } from './Trouble.tsx'

type Props = { onEdit: (step: Step) => void }

export function CheckStep({ onEdit }: Props) {
  const type = useTyped<Dispute | ''>('type', '')
  const wish = useTyped('wish', '')
  const story = useTyped('story', '')
  const other = useTyped('otherName', '')
  const place = usePlace((kept) => kept.place)
  const files = useFiles(FILES).length
  const edit = (step: Step) => ({ end: REQUEST.edit, onTap: () => onEdit(step) })
  return (
    <Box>
      <Title>{REQUEST.check}</Title>
      <Trouble />
      <Rows>
        <Row title={type ? DISPUTE_NAME[type] : REQUEST.isType} detail={REQUEST.isType} {...edit('type')} />
        {(other || files === 0) && (
          <Row title={other || REQUEST.unsaid} detail={REQUEST.isOther} {...edit('who')} />
        )}
        <Row
          title={wish || (files ? REQUEST.isFiles(files) : REQUEST.unsaid)}
          detail={wish && files ? `${REQUEST.isWish} · ${REQUEST.isFiles(files)}` : REQUEST.isWish}
          {...edit(wish || !files ? 'wish' : 'files')}
        />
        {story && <Row title={story} detail={REQUEST.isStory} {...edit('wish')} />}
        <Row
          title={place ? placeWords(place) : REQUEST.noPlace}
          detail={REQUEST.isPlace}
          {...edit('where')}
        />
        <Toggle
          label={REQUEST.urgent}
          hint={REQUEST.urgentHint}
          on={useTyped('urgent', false)}
          onChange={(on) => keep('urgent', on)}
        />
      </Rows>
      <ForWhom />
      <More />
    </Box>
  )
}

const FOLDED = ['name', 'suits']

/** Asked of those who have something to say; a mistake within unfolds it. */
function More() {
  const isWrong = useRequesting(({ fields }) => FOLDED.some((name) => name in fields))
  return (
    <Box className="after">
      <Fold title={REQUEST.more} hint={REQUEST.moreHint} wrong={isWrong}>
        <TextField
          kind="name"
          label={REQUEST.name}
          hint={REQUEST.nameHint}
          purpose={REQUEST.nameWhy}
          optional
          error={useProblem('name')}
          max={40}
          value={useTyped('name', '')}
          onChange={(value) => keep('name', value)}
        />
        <TextField
          kind="long"
          label={REQUEST.suits}
          hint={REQUEST.suitsHint}
          purpose={REQUEST.suitsWhy}
          optional
          error={useProblem('suits')}
          max={200}
          value={useTyped('suits', '')}
          onChange={(value) => keep('suits', value)}
        />
      </Fold>
    </Box>
  )
}
