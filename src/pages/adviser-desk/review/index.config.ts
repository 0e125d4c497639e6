export default definePageConfig({ navigationBarTitleText: '条文和意见' })
