// Real buttons, labels and headings, as in the browser; stubs/mini-program.ts turns a test file to the other half.
process.env.TARO_ENV ??= 'h5'
