export default definePageConfig({ navigationBarTitleText: '逐条审查' })
