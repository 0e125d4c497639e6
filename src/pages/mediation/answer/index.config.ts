export default definePageConfig({ navigationBarTitleText: '愿不愿意调解' })
