export default definePageConfig({ navigationBarTitleText: '邻法', enableShareAppMessage: true })
