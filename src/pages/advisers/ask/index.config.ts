export default definePageConfig({ navigationBarTitleText: '写下来问' })
