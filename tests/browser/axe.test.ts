import { openPage } from '../support/chromium.ts'
import { closeLater } from '../support/phones.ts'
import { violationsOn } from './support/axe.ts'

it('finds a picture without words and grey words on white', async () => {
  const { page, close } = await openPage({})
  closeLater(close)
  await page.setContent(
    '<html lang="zh"><title>t</title><main><img src="x.png"><p style="color:#ccc">浅色的字看不清</p></main>',
  )
  expect((await violationsOn(page)).map(({ id }) => id)).toEqual(['color-contrast', 'image-alt'])
})
