// Imported first, it makes a test file see the mini-program's half of our components.
process.env.TARO_ENV = 'weapp'
