export default definePageConfig({ navigationBarTitleText: '选调解员' })
