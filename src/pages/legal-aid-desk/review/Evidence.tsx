import { Card } from '#components/Card'
import { Tag } from '#components/Tag'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { LegalAid } from '#contract/legal-aid'
import { FileRows } from '../../FileRows.tsx'
import { ITEM_STATE, REVIEW } from '../words.ts'

type Item = LegalAid['material'][number]
type Props = { one: Case; own: LegalAid }

/** What was handed in, item by item; each look at it is written down. */
export function Evidence({ one, own: { material } }: Props) {
  const named = new Set(material.flatMap(({ fileIds }) => fileIds))
  const others = one.files.filter(({ id }) => !named.has(id))
  return (
    <Box as="section">
      <Heading>{REVIEW.evidence}</Heading>
      {material.length === 0 && others.length === 0 && <Muted>{REVIEW.nothing}</Muted>}
      {material.map((item) => (
        <Thing key={item.item} item={item} files={one.files} />
      ))}
      <Box>{others.length > 0 && <Others files={others} />}</Box>
    </Box>
  )
}

const Thing = ({ item, files }: { item: Item; files: Case['files'] }) => {
  const { tone, text } = ITEM_STATE[item.state]
  const given = files.filter(({ id }) => item.fileIds.includes(id))
  return (
    <Card as="section" label={item.name}>
      <Box className="review__head">
        <Box className="review__name">{item.name}</Box>
        <Tag tone={tone}>{text}</Tag>
      </Box>
      <Box className="review__label">{item.why}</Box>
      <Box>
        {item.anyOf.length > 0 && (
          <Box className="review__label">{`${REVIEW.anyOf}：${item.anyOf.join('；')}`}</Box>
        )}
      </Box>
      <Box>{given.length > 0 && <FileRows files={given} />}</Box>
    </Card>
  )
}

const Others = ({ files }: { files: Case['files'] }) => (
  <Box>
    <Heading>{REVIEW.others}</Heading>
    <FileRows files={files} />
  </Box>
)
