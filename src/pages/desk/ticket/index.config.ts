export default definePageConfig({ navigationBarTitleText: '记下答复' })
