export default definePageConfig({ navigationBarTitleText: '找村法律顾问' })
