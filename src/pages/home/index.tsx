import { Screen } from '../Screen.tsx'

export default function Home() {
  return <Screen title="邻法" tab="home" />
}
