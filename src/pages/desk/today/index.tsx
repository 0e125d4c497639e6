import { Screen } from '../../Screen.tsx'

export default function Today() {
  return <Screen title="今天的预约" />
}
