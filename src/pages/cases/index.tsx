import { Screen } from '../Screen.tsx'

export default function Cases() {
  return <Screen title="办件" tab="cases" />
}
