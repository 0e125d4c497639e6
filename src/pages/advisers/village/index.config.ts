export default definePageConfig({ navigationBarTitleText: '村法律顾问' })
