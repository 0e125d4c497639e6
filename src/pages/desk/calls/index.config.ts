export default definePageConfig({ navigationBarTitleText: '要打电话通知的人' })
