/** The platform demands this file for `custom: true`; the bar itself is part of each tab page. */
// biome-ignore lint/style/noDefaultExport: a page in all but name
export default function CustomTabBar() {
  return null
}
