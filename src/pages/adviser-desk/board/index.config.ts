export default definePageConfig({ navigationBarTitleText: '村公示牌' })
