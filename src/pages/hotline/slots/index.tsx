import { Screen } from '../../Screen.tsx'

export default function Slots() {
  return <Screen title="选时间" />
}
