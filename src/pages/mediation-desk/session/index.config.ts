export default definePageConfig({ navigationBarTitleText: '记调解记录' })
