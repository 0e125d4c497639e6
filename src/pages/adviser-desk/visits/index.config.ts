export default definePageConfig({ navigationBarTitleText: '进村安排' })
