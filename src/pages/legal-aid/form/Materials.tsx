import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { materialsFor } from '#domain/aid-form'
import { MATERIAL, type Material } from '#domain/aid-material'
import { go } from '#services/route'
import { placeFor, useOfSaid, useProblem } from '#store/aid-form'
import { useSession } from '#store/session'
import { useManners } from '../../polite.ts'
import { MaterialCard } from '../MaterialCard.tsx'
import { type StepProps, YesNo } from './Inputs.tsx'
import { FORM } from './words.ts'

/** What this application needs, item by item; nothing has to be at hand today. */
export function MaterialStep({ scene }: StepProps) {
  const say = useManners()
  const signedIn = useSession((session) => session.signedIn)
  const asksContract = useOfSaid(({ matter }) => LABOUR.includes(String(matter)))
  const about = useProblem('material')
  const error = useProblem('fileIds') ?? about
  const items = useItems(scene)
  return (
    <Box>
      <Box className="aid-urgent">
        <Notice>{say(FORM.laterText)}</Notice>
      </Box>
      <Box>{asksContract && <YesNo name="hasContract" optional yes="有" no="没有" />}</Box>
      <Box>
        {!signedIn && (
          <Box className="aid-sign-in">
            <Muted>{FORM.signInFiles}</Muted>
            <Button tone="ghost" onTap={() => void go('signIn')}>
              {FORM.signIn}
            </Button>
          </Box>
        )}
      </Box>
      <Box>{error && <Notice tone="warn" title={error} news />}</Box>
      <Box>{signedIn && <Muted>{say(FORM.keptText)}</Muted>}</Box>
      {items.map(({ item, required }) => (
        <MaterialCard
          key={item}
          {...MATERIAL[item]}
          anyOf={MATERIAL[item].anyOf ?? []}
          tag={required ? { tone: 'warn', text: FORM.required } : { tone: 'plain', text: FORM.ifYouHave }}
          place={signedIn ? placeFor(item) : undefined}
        />
      ))}
    </Box>
  )
}

const LABOUR: readonly string[] = ['wages', 'labour_relation', 'work_injury']

type Item = { item: Material; required: boolean }

function useItems(scene: StepProps['scene']): Item[] {
  const named = useOfSaid((said) =>
    materialsFor(said, scene)
      .map(({ item, needed }) => `${item}:${needed}`)
      .join(' '),
  )
  return named.split(' ').map((one) => {
    const [item = '', needed] = one.split(':')
    return { item: item as Material, required: needed === 'required' }
  })
}
