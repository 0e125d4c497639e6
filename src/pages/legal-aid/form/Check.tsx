import { Row, Rows } from '#components/Card'
import { Tick } from '#components/Choices'
import { Notice } from '#components/Notice'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { type FormStep, materialsFor, type Scene } from '#domain/aid-form'
import { TRUTH_DUTY } from '#domain/aid-means'
import { legalLength } from '#domain/limit-words'
import { agree, atWindow, placeFor, said, useApplying, useProblem, useSteps } from '#store/aid-form'
import { sendingsOf } from '#store/files'
import { useSession } from '#store/session'
import { useManners } from '../../polite.ts'
import { wordsOf } from './said-words.ts'
import { Trouble } from './Trouble.tsx'
import { useAidPlace } from './use-aid-place.ts'
import { Urgent } from './What.tsx'
import { FORM, STEP } from './words.ts'

type Props = { scene: Scene; onEdit: (step: FormStep) => void }

/** Everything once more before it is sent, each line one tap from being changed. */
export function Check({ scene, onEdit }: Props) {
  const say = useManners()
  const steps = useSteps(scene)
  const truthful = useApplying((sending) => sending.truthful)
  return (
    <Box className="aid-check">
      <Title hint={FORM.checkHint}>{FORM.checkTitle}</Title>
      <Trouble />
      <Urgent on={scene.on} />
      <Rows>
        {steps.map((step) => (
          <CheckRow key={step} step={step} scene={scene} onEdit={() => onEdit(step)} />
        ))}
      </Rows>
      <Box className="aid-check__truth">
        <Tick
          label={FORM.truthful}
          hint={say(TRUTH_DUTY)}
          error={useProblem('truthful')}
          on={truthful}
          onChange={agree}
        />
      </Box>
      <Box>{useSession(atWindow) && <Notice title={FORM.atWindow}>{FORM.atWindowText}</Notice>}</Box>
      <Muted>{FORM.decided(legalLength('LP-11', scene.on))}</Muted>
    </Box>
  )
}

function CheckRow({ step, scene, onEdit }: { step: FormStep; scene: Scene; onEdit: () => void }) {
  const say = useManners()
  const place = useAidPlace()
  const words = step === 'material' ? filesWords(scene) : wordsOf(step, said(), scene)
  const shown = step === 'place' ? [place?.words, words].filter(Boolean).join('\n') : words
  const { name } = STEP[step]
  return (
    <Row
      title={
        <Box className="aid-check__line">
          <Box className="aid-check__name">{say(name)}</Box>
          <Box className="aid-check__said">{shown || FORM.nothing}</Box>
        </Box>
      }
      end={FORM.edit}
      onTap={onEdit}
    />
  )
}

const filesWords = (scene: Scene): string =>
  FORM.filesGiven(
    materialsFor(said(), scene).reduce((sum, { item }) => sum + sendingsOf(placeFor(item)).length, 0),
  )
