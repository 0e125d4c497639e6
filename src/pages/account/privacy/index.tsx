import { Screen } from '../../Screen.tsx'

export default function Privacy() {
  return <Screen title="隐私" />
}
