import Taro from '@tarojs/taro'

export type Recording = { path: string; size: number }

/** A statement, not a speech; what a file may weigh is never reached. */
const LONGEST_MS = 180_000

const ALL_SAID = {
  title: '正在录音',
  content: '说清楚你是谁、和谁、什么事、想怎么办。最长三分钟。',
  confirmText: '说完了',
  cancelText: '不要了',
}
const NOT_ALLOWED = {
  title: '没有录上',
  content: '请点右上角“···”→ 设置，允许使用麦克风再试；也可以拍照或者写下来。',
  showCancel: false,
}

/** Records until the person has said all; null when they thought better of it, or the microphone is not to be had. */
export const record = (): Promise<Recording | null> =>
  new Promise((done) => {
    const recorder = Taro.getRecorderManager()
    let isWanted = true
    recorder.onStart(async () => {
      isWanted = (await Taro.showModal(ALL_SAID)).confirm
      recorder.stop()
    })
    recorder.onStop(({ tempFilePath, fileSize }) =>
      done(isWanted ? { path: tempFilePath, size: fileSize } : null),
    )
    recorder.onError(() => {
      void Taro.showModal(NOT_ALLOWED)
      done(null)
    })
    recorder.start({ duration: LONGEST_MS, format: 'mp3' })
  })
