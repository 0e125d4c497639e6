export default definePageConfig({ navigationBarTitleText: '没有通知到的人' })
