const { transform } = require('@swc/core')

const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }

/** A webpack loader: TypeScript to JavaScript, nothing else. */
module.exports = function stripTypes(source) {
  const done = this.async()
  transform(source, { ...options, filename: this.resourcePath }).then(({ code }) => done(null, code), done)
}
