export default definePageConfig({ navigationBarTitleText: '问题已送到' })
