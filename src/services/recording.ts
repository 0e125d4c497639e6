import Taro from '@tarojs/taro'

export type Recording = { path: string; size: number }

/** A statement, not a speech: three minutes at 16 kbit/s are 360 kB, which a telephone can also keep sealed. */
const SPEECH = {
  duration: 180_000,
  format: 'mp3',
  sampleRate: 8000,
  numberOfChannels: 1,
  encodeBitRate: 16_000,
} as const

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

type Listener = { started(): void; stopped(recording: Recording): void; failed(): void }

let listener: Listener | undefined
let recorder: Taro.RecorderManager | undefined

/** There is one recorder in a mini-program, and whoever listens to it does so for good. */
function theRecorder(): Taro.RecorderManager {
  if (recorder) return recorder
  recorder = Taro.getRecorderManager()
  recorder.onStart(() => listener?.started())
  recorder.onStop(({ tempFilePath, fileSize }) => listener?.stopped({ path: tempFilePath, size: fileSize }))
  recorder.onError(() => listener?.failed())
  return recorder
}

/**
 * Records until the person has said all, or the time is over; it is theirs to take back either way. Null when they did,
 * or when the microphone is not to be had.
 */
export const record = (): Promise<Recording | null> =>
  new Promise((done) => {
    let isOver = false
    let isWanted: Promise<boolean> = Promise.resolve(false)
    const end = (recording: Recording | null) => {
      listener = undefined
      done(recording)
    }
    const ask = async () => {
      const { confirm } = await Taro.showModal(ALL_SAID)
      if (!isOver) theRecorder().stop()
      return confirm
    }
    listener = {
      started: () => {
        isWanted = ask()
      },
      stopped: async (recording) => {
        isOver = true
        end((await isWanted) ? recording : null)
      },
      failed: () => {
        void Taro.showModal(NOT_ALLOWED)
        end(null)
      },
    }
    theRecorder().start(SPEECH)
  })
