import { Screen } from '../../Screen.tsx'

export default function AccessLog() {
  return <Screen title="谁看过我的信息" />
}
