export default definePageConfig({ navigationBarTitleText: '线上值守' })
