import { useState } from 'react'

import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Fold } from '#components/Fold'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Tag, type Tone } from '#components/Tag'
import { TextField } from '#components/TextField'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { useSettings } from '#store/settings'
import { CallCard } from '../../CallCard.tsx'
import { useManners } from '../../polite.ts'
import { Screen } from '../../Screen.tsx'
import { FORM } from '../form/words.ts'
import { MaterialCard } from '../MaterialCard.tsx'
import type { Own } from '../own.ts'
import { placeOf, useSupply } from './use-supply.ts'
import { MATERIAL_PAGE } from './words.ts'

type Item = Own['material'][number]
type Props = { one: Case; own: Own; action: string; onRefused: () => void }

/** Asked first, then what else the law wants; what is there already needs no room. */
const waitingIn = (material: readonly Item[]) => ({
  asked: material.filter(({ state }) => state === 'asked'),
  missing: material.filter(({ state }) => state === 'missing'),
  given: material.filter(({ state }) => state === 'given'),
})

export function Supply({ one, own, action, onRefused }: Props) {
  const say = useManners()
  const elder = useSettings((settings) => settings.elder)
  const [refused, setRefused] = useState<string | null>(null)
  const { asked, missing, given } = waitingIn(own.material)
  const supply = useSupply(one, [...asked, ...missing], action, (words) => {
    setRefused(words)
    onRefused()
  })
  const isSupplement = action === 'supply_material'
  return (
    <Screen
      title={MATERIAL_PAGE.title}
      bottom={
        <BottomBar>
          <Button busy={supply.busy} busyWords={MATERIAL_PAGE.sending} onTap={supply.go}>
            {MATERIAL_PAGE.send}
          </Button>
        </BottomBar>
      }
    >
      <Title hint={`${one.title} · ${one.number}`}>
        {isSupplement ? MATERIAL_PAGE.ask : MATERIAL_PAGE.askFormalities}
      </Title>
      <Box>{elder && <CallCard quiet title={FORM.call} hint={FORM.callHint} />}</Box>
      <Box className="aid-urgent">
        {refused && <Notice tone="warn" title={refused} news />}
        {isSupplement ? <UntilWhen own={own} /> : <Formalities own={own} />}
      </Box>
      <Said own={own} />
      {asked.map((item) => (
        <One key={item.item} caseId={one.id} item={item} tag={{ tone: 'warn', text: MATERIAL_PAGE.asked }} />
      ))}
      <Box className="material__words">
        <TextField
          kind="long"
          label={MATERIAL_PAGE.words}
          hint={say(MATERIAL_PAGE.wordsHint)}
          optional
          error={supply.problems.words ?? supply.problems.fileIds}
          max={2000}
          value={supply.words}
          onChange={supply.write}
        />
      </Box>
      <Box className="aid-urgent">{supply.trouble && <Notice tone="warn" title={supply.trouble} news />}</Box>
      <Box>{missing.length > 0 && <Missing caseId={one.id} items={missing} open={asked.length === 0} />}</Box>
      <Box>{given.length > 0 && <Given items={given} />}</Box>
      {supply.asking.length > 0 && (
        <Confirm
          title={MATERIAL_PAGE.partly}
          yes={MATERIAL_PAGE.partlyYes}
          no={MATERIAL_PAGE.partlyNo}
          onYes={supply.send}
          onNo={supply.closeAsking}
        >
          {MATERIAL_PAGE.partlyText(supply.asking.join('、'))}
        </Confirm>
      )}
    </Screen>
  )
}

/** The last day with what happens then, and what supplying today brings (LP-13, LP-14). */
const UntilWhen = ({ own: { notice, ifSuppliedToday } }: { own: Own }) => (
  <>
    {notice?.dueOn && (
      <Notice tone="warn" title={notice.text}>
        {notice.law}
      </Notice>
    )}
    {ifSuppliedToday && <Notice tone="ok" title={ifSuppliedToday.text} />}
  </>
)

/** LP-18 */
const Formalities = ({ own: { advance } }: { own: Own }) =>
  advance && (
    <Notice tone="warn" title={advance.text}>
      {advance.law}
    </Notice>
  )

/** What the reviewer wrote besides the list. */
const Said = ({ own: { notice } }: { own: Own }) =>
  notice?.dueOn && (notice.other || notice.note) ? (
    <Box className="material__said">
      <Card>
        {notice.other && (
          <Box>
            <Box className="aid-done__label">{MATERIAL_PAGE.other}</Box>
            <Box>{notice.other}</Box>
          </Box>
        )}
        {notice.note && (
          <Box>
            <Box className="aid-done__label">{MATERIAL_PAGE.note}</Box>
            <Box>{notice.note}</Box>
          </Box>
        )}
      </Card>
    </Box>
  ) : null

type OneProps = { caseId: string; item: Item; tag: { tone: Tone; text: string } }

const One = ({ caseId, item: { item, ...words }, tag }: OneProps) => (
  <MaterialCard {...words} tag={tag} place={placeOf(caseId, item)} />
)

const tagOf = ({ needed }: Item): OneProps['tag'] =>
  needed === 'required'
    ? { tone: 'warn', text: MATERIAL_PAGE.missing }
    : { tone: 'plain', text: MATERIAL_PAGE.ifYouHave }

function Missing({ caseId, items, open }: { caseId: string; items: readonly Item[]; open: boolean }) {
  const cards = items.map((item) => <One key={item.item} caseId={caseId} item={item} tag={tagOf(item)} />)
  return open ? <Box>{cards}</Box> : <Fold title={MATERIAL_PAGE.alsoMissing}>{cards}</Fold>
}

const Given = ({ items }: { items: readonly Item[] }) => (
  <Box as="section">
    <Heading>{MATERIAL_PAGE.alreadyGiven}</Heading>
    <Rows>
      {items.map(({ item, name, fileIds }) => (
        <Row key={item} title={name} end={<Tag tone="ok">{MATERIAL_PAGE.filesGiven(fileIds.length)}</Tag>} />
      ))}
    </Rows>
  </Box>
)
