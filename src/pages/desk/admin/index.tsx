import { Screen } from '../../Screen.tsx'

export default function Admin() {
  return <Screen title="管理" />
}
