export default definePageConfig({ navigationBarTitleText: '履行' })
