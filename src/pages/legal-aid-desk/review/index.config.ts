export default definePageConfig({ navigationBarTitleText: '申请和材料对照' })
