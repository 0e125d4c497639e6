import { Screen } from '../../Screen.tsx'

export default function Organisations() {
  return <Screen title="机构" />
}
