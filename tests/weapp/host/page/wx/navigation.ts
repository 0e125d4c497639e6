import { goBack, journey, type Way } from '../navigation.ts'
import { later } from '../record.ts'
import { type Act, allAsWx, Refused } from './call.ts'

const soon = () => new Promise<void>((resolve) => later(resolve))

const by =
  (way: Way): Act<{ url: string }> =>
  async ({ url }) => {
    const { refused, set } = journey(way, url)
    if (!set) throw new Refused(refused)
    await soon()
    set()
    return {}
  }

const navigateBack: Act<{ delta?: number }> = async ({ delta = 1 }) => {
  await soon()
  if (!goBack(delta)) throw new Refused('cannot navigate back at first page')
  return {}
}

export const navigation = allAsWx({
  navigateTo: by('navigateTo'),
  redirectTo: by('redirectTo'),
  switchTab: by('switchTab'),
  reLaunch: by('reLaunch'),
  navigateBack,
})
