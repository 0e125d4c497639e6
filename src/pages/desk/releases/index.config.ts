export default definePageConfig({ navigationBarTitleText: '交还的预约' })
