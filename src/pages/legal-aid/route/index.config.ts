export default definePageConfig({ navigationBarTitleText: '我该找谁' })
