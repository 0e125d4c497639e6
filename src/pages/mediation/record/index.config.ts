export default definePageConfig({ navigationBarTitleText: '确认调解记录' })
