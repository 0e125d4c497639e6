import './index.scss'

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { TextField } from '#components/TextField'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Region as Place } from '#contract/region'
import { goBack, goInstead } from '#services/route'
import { choosePlace, pickPlace, placeWords, usePlace } from '#store/place'
import { Screen } from '../Screen.tsx'
import { useSettled } from '../use-settled.ts'
import { Found } from './Found.tsx'
import { Tree } from './Tree.tsx'
import { useTree } from './tree.ts'
import { REGION } from './words.ts'

export default function Region() {
  const [text, setText] = useState('')
  const settled = useSettled(text)
  const chosen = usePlace((kept) => kept.place)
  const walk = useTree()
  const { next } = useRouter().params
  // Where a matter is dealt with says nothing of where the person lives.
  const isMatter = next === 'matter'
  const choose = async (place: Place) => {
    if (isMatter) pickPlace(place)
    else await choosePlace(place)
    next === 'slots' ? goInstead('slots') : goBack()
  }
  const pick = (place: Place) => {
    if (place.level === 'village') return choose(place)
    walk.startAt(place)
    setText('')
  }
  return (
    <Screen title={REGION.title}>
      <Title hint={isMatter ? REGION.whyMatter : REGION.why}>
        {isMatter ? REGION.askMatter : REGION.ask}
      </Title>
      <Box className="region__chosen">
        {chosen && !isMatter && (
          <Muted>
            {REGION.chosen}：{placeWords(chosen)}
          </Muted>
        )}
      </Box>
      <TextField
        label={REGION.search}
        hint={REGION.searchHint}
        kind="search"
        value={text}
        onChange={setText}
      />
      <Box className="region__places">
        {settled ? (
          <Found text={settled} onPick={pick} />
        ) : (
          <Tree walk={walk} isMatter={isMatter} onChoose={choose} />
        )}
      </Box>
    </Screen>
  )
}
