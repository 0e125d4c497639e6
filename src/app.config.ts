export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/cases/index',
    'pages/me/index',
    'pages/region/index',
    'pages/sign-in/index',
  ],
  subPackages: [
    { root: 'pages/case', pages: ['index', 'step/index'] },
    {
      root: 'pages/hotline',
      pages: ['slots/index', 'form/index', 'done/index', 'watches/index', 'rate/index'],
    },
    {
      root: 'pages/advisers',
      pages: ['find/index', 'adviser/index', 'slots/index', 'ask/index', 'asked/index', 'rules/index'],
    },
    { root: 'pages/legal-aid', pages: ['route/index', 'check/index'] },
    {
      root: 'pages/desk',
      pages: [
        'today/index',
        'board/index',
        'ticket/index',
        'refer/index',
        'danger/index',
        'calls/index',
        'lead/index',
        'admin/index',
        'organisations/index',
        'desks/index',
        'staff/index',
        'import/index',
      ],
    },
    {
      root: 'pages/account',
      pages: [
        'notices/index',
        'sessions/index',
        'access-log/index',
        'my-data/index',
        'privacy/index',
        'verify/index',
      ],
    },
  ],
        'book/index',
        'hours/index',
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['pages/hotline', 'pages/case'] },
    'pages/cases/index': { network: 'all', packages: ['pages/case'] },
  },
  window: {
    navigationBarTitleText: '邻法',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f7fa',
    backgroundTextStyle: 'dark',
  },
  // Drawn by components/TabBar, so that elder mode can make it larger and screen readers hear tabs.
  tabBar: {
    custom: true,
    color: '#566272',
    selectedColor: '#1b5e9e',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/cases/index', text: '办件' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  style: 'v2',
  __usePrivacyCheck__: true,
})
