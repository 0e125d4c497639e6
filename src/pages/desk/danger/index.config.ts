export default definePageConfig({ navigationBarTitleText: '依法报告' })
