import { Screen } from '../../Screen.tsx'

export default function MyData() {
  return <Screen title="我的信息" />
}
