export default definePageConfig({ navigationBarTitleText: '申请已送到' })
