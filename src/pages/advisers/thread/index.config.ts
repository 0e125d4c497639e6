export default definePageConfig({ navigationBarTitleText: '问答和进展' })
