/** The platform demands this file for `custom: true`; the bar itself is part of each tab page. */
export default function CustomTabBar() {
  return null
}
