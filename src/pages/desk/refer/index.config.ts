export default definePageConfig({ navigationBarTitleText: '告诉去处' })
