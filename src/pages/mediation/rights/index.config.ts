export default definePageConfig({ navigationBarTitleText: '权利和义务' })
