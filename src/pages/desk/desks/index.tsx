import { Screen } from '../../Screen.tsx'

export default function Desks() {
  return <Screen title="热线岗位" />
}
