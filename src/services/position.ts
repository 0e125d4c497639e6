import Taro from '@tarojs/taro'

export type Position = { latitude: number; longitude: number; accuracy?: number }

/** Where the telephone is, asked once; null when the person or the device does not say. */
export const whereAmI = (): Promise<Position | null> =>
  Taro.getLocation({ type: 'wgs84' }).then(
    ({ latitude, longitude, accuracy }) => ({ latitude, longitude, ...(accuracy > 0 && { accuracy }) }),
    () => null,
  )
