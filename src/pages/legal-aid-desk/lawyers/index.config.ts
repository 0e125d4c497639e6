export default definePageConfig({ navigationBarTitleText: '援助律师名册' })
