import Taro from '@tarojs/taro'

const web = process.env.TARO_ENV === 'h5'

/** From good to small: at the last of them a page of handwriting can still be read. `side` is the longer one. */
const STEPS = [
  { side: 2000, quality: 80 },
  { side: 1600, quality: 70 },
  { side: 1280, quality: 60 },
  { side: 1024, quality: 50 },
  { side: 800, quality: 40 },
] as const
type Step = (typeof STEPS)[number]

/** Tries one size after the other, each from the original, and gives the first that fits; null when none does. */
async function firstFitting<Smaller>(
  make: (step: Step) => Promise<Smaller>,
  fits: (made: Smaller) => boolean,
): Promise<Smaller | null> {
  for (const step of STEPS) {
    const made = await make(step)
    if (fits(made)) return made
  }
  return null
}

/** The lying and the standing picture alike: WeChat is told the width alone. */
async function widthFor(src: string, side: number): Promise<number> {
  const { width, height } = await Taro.getImageInfo({ src })
  return Math.round(Math.min(side / Math.max(width, height), 1) * width)
}

/** A picture in the mini-program, small enough by what `read` makes of it; null when it cannot be made so. */
export const shrunkInMini = (
  src: string,
  read: (path: string) => Promise<string>,
  fits: (made: string) => boolean,
): Promise<string | null> =>
  firstFitting(async ({ side, quality }) => {
    const compressedWidth = await widthFor(src, side)
    const { tempFilePath } = await Taro.compressImage({ src, quality, compressedWidth })
    return read(tempFilePath)
  }, fits).catch(() => null)

function drawn(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(side / Math.max(picture.width, picture.height), 1)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/jpeg', quality / 100),
  )

/** A picture in the browser as JPEG of at most so many bytes; null when it cannot be made so. */
async function shrunkInBrowser(file: File, most: number): Promise<Blob | null> {
  // iOS has it from 15 on; before, a photo stays as it is.
  if (typeof createImageBitmap !== 'function') return null
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return null
  const made = await firstFitting(
    ({ side, quality }) => jpegOf(drawn(picture, side), quality),
    ({ size }) => size <= most,
  ).catch(() => null)
  picture.close()
  return made
}

/** What is small enough, and what is no picture, stays as it is. */
export const smaller = async (file: File, most: number): Promise<Blob> =>
  (web && file.size > most && file.type.startsWith('image/') && (await shrunkInBrowser(file, most))) || file
