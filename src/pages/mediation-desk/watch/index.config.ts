export default definePageConfig({ navigationBarTitleText: '要复核的' })
