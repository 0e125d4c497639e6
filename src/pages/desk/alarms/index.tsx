import { Title } from '#components/Title'
import { ALARM_WORDS } from '../../alarm-words.ts'
import { Screen } from '../../Screen.tsx'
import { AlarmList } from './AlarmList.tsx'

/** For those who watch over cases and lead no shift. */
export default function Alarms() {
  return (
    <Screen title={ALARM_WORDS.title}>
      <Title hint={ALARM_WORDS.hint}>{ALARM_WORDS.title}</Title>
      <AlarmList />
    </Screen>
  )
}
