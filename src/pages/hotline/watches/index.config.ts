export default definePageConfig({ navigationBarTitleText: '我在等更早的时间' })
