export default definePageConfig({ navigationBarTitleText: '邻法' })
