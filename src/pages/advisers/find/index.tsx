import '../advisers.scss'
import '../../region/index.scss'

import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import { Row, Rows } from '#components/Card'
import { TextField } from '#components/TextField'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import { go, goInstead } from '#services/route'
import { codeIn } from '#services/scan'
import { placeWords, usePlace } from '#store/place'
import { useSettings } from '#store/settings'
import { CallCard } from '../../CallCard.tsx'
import { Tree } from '../../region/Tree.tsx'
import { useTree } from '../../region/tree.ts'
import { Screen } from '../../Screen.tsx'
import { useSettled } from '../../use-settled.ts'
import { FIND, LINE } from '../words.ts'
import { BoardCode } from './BoardCode.tsx'
import { countyAround } from './county.ts'
import { Found } from './Found.tsx'

const open = (village: string) => go('adviser', { village })

/** Any village, adviser or firm; the own village is one tap away. */
export default function FindAdviser() {
  const { scene, v } = useRouter().params
  const elder = useSettings((settings) => settings.elder)
  const [text, setText] = useState('')
  const settled = useSettled(text)
  useEffect(() => {
    const code = codeIn(scene ?? v ?? '')
    if (code) void goInstead('adviser', { code })
  }, [scene, v])
  return (
    <Screen title={FIND.title}>
      <Title hint={FIND.why}>{FIND.ask}</Title>
      {elder && <CallCard title={LINE.call} hint={LINE.hint} />}
      <Mine />
      <Box className="find__search">
        <TextField
          kind="search"
          label={FIND.search}
          hint={FIND.searchHint}
          max={60}
          value={text}
          onChange={setText}
        />
      </Box>
      <Box>{settled ? <Found text={settled} onVillage={open} /> : <OtherWays />}</Box>
      <Box className="find__line">{!elder && <CallCard quiet title={LINE.call} hint={LINE.hint} />}</Box>
    </Screen>
  )
}

function Mine() {
  const place = usePlace((kept) => kept.place)
  if (place?.level !== 'village') return null
  return (
    <Box className="find__mine">
      <Rows>
        <Row icon="home" title={placeWords(place)} detail={FIND.mineOpen} onTap={() => open(place.code)} />
      </Rows>
    </Box>
  )
}

/** The board in the village, or one level after the other, from the county where one lives. */
function OtherWays() {
  const place = usePlace((kept) => kept.place)
  const walk = useTree(place ? [countyAround(place)] : [])
  return (
    <Box>
      <BoardCode />
      <Heading>{FIND.tree}</Heading>
      <Tree walk={walk} villagesOnly onChoose={({ code }) => open(code)} />
    </Box>
  )
}
