export default definePageConfig({ navigationBarTitleText: '危险提示' })
