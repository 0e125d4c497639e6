import type { Files } from './host/compile.ts'

const app = {
  pages: ['home/index', 'list/index', 'acts/index'],
  subPackages: [{ root: 'more', pages: ['deep/index'] }],
  tabBar: {
    list: [
      { pagePath: 'home/index', text: 'Home' },
      { pagePath: 'list/index', text: 'List' },
    ],
  },
}

/** A page with one button for each act and a line of text for what came of it. */
const page = (acts: string): [string, string] => [
  `<view>{{said}}</view>
<button wx:for="{{names}}" wx:key="*this" data-name="{{item}}" bindtap="act">{{item}}</button>
<button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agreed">agree</button>
<input placeholder="word" aria-label="Word" value="{{word}}" bindinput="typed" maxlength="4" />
<view>typed: {{word}}</view>`,
  `const say = (page) => (answer) => page.setData({ said: JSON.stringify(answer) })
const acts = {${acts}}
Page({
  data: { said: 'nothing yet', names: Object.keys(acts), word: '' },
  onLoad(query) { this.setData({ said: 'opened with ' + JSON.stringify(query) }) },
  onShow() { this.shown = (this.shown || 0) + 1 },
  act(event) { acts[event.currentTarget.dataset.name](this, say(this)) },
  typed(event) { this.setData({ word: event.detail.value }) },
  agreed() { this.answer({ event: 'agree', buttonId: 'agree' }) },
})`,
]

const ACTS = `
  globals: (page, say) => say([typeof window, typeof document, typeof fetch, typeof globalThis.window]),
  'send a function': (page) => page.setData({ f: () => 1 }),
  'throw': () => { throw new Error('out of order') },
  unknown: (page, say) => say(typeof wx.teleport),
  dig: (page, say) => wx.navigateTo({ url: '/acts/index', fail: say }),
  'to a tab by the wrong way': (page, say) => wx.navigateTo({ url: '/home/index', fail: say }),
  'to nowhere': (page, say) => wx.navigateTo({ url: '/no/where', fail: say }),
  'to the subpackage': () => wx.navigateTo({ url: '/more/deep/index?name=%E7%8E%8B' }),
  ask: (page, say) => wx.request({ url: 'http://api.linfa.test/hello', method: 'POST', data: { a: 1 },
    success: ({ statusCode, data }) => say([statusCode, data]), fail: say }),
  patch: (page, say) => wx.request({ url: 'http://api.linfa.test/hello', method: 'PATCH', fail: say }),
  elsewhere: (page, say) => wx.request({ url: 'https://example.com/', fail: say }),
  upload: (page, say) => wx.chooseMedia({ success: ({ tempFiles }) => wx.uploadFile({
    url: 'http://api.linfa.test/files', filePath: tempFiles[0].tempFilePath, name: 'file', success: ({ data }) => say(data), fail: say }), fail: say }),
  download: (page, say) => wx.downloadFile({ url: 'http://api.linfa.test/hello', success: ({ tempFilePath }) => say(tempFilePath) }),
  listen: (page, say) => { wx.onNeedPrivacyAuthorization((resolve) => { page.answer = resolve; say('may we?') }) },
  'pretend consent': (page, say) => { wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'agree', buttonId: 'agree' })) },
  keep: () => wx.setStorageSync('kept', { n: 1 }),
  read: (page, say) => say(wx.getStorageSync('kept')),
  shown: (page, say) => say(page.shown),
  dialog: (page, say) => wx.showModal({ title: 'Sure?', success: ({ confirm }) => say(confirm) }),
  remind: (page, say) => wx.requestSubscribeMessage({ tmplIds: ['a'], success: say, fail: say }),
`

const files = (path: string, [wxml, js]: [string, string]): [string, string][] => [
  [`${path}.wxml`, wxml],
  [`${path}.js`, js],
  [`${path}.json`, '{}'],
]

/** A small hand-written mini-program, to try the host itself. */
export const SAMPLE: Files = new Map([
  ['app.json', JSON.stringify(app)],
  ['app.js', 'App({})'],
  ['app.wxss', 'page { font-size: 28rpx } view.a > text { color: red }'],
  ...['home/index', 'list/index', 'acts/index', 'more/deep/index'].flatMap((path) => files(path, page(ACTS))),
])
