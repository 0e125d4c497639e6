import { documentNumber, isDocumentType, signsOf, sortOf } from '#domain/document'

describe('official documents', () => {
  it('knows the 32 forms of the ministry by their numbers', () => {
    const types = Array.from({ length: 32 }, (_, index) => `FZ-${String(index + 1).padStart(3, '0')}`)
    expect(types.every(isDocumentType)).toBe(true)
    expect(isDocumentType('FZ-033')).toBe(false)
    expect(sortOf('FZ-009')).toEqual({ name: '给予法律援助决定书', word: '援给字' })
    expect(sortOf('FZ-003').word).toBeNull()
  })

  it('writes a number with the brackets of official papers', () => {
    expect(documentNumber('溆', '援给字', 2026, 12)).toBe('溆援给字〔2026〕第12号')
  })

  it('takes the sign of an office from its places, and one more character where another has it', () => {
    const [first, second, third] = signsOf(['溆浦县', '卢峰镇'], '溆浦县卢峰镇人民调解委员会')
    expect([first, second, third]).toEqual(['溆卢', '溆卢人', '溆卢人2'])
    expect(signsOf(['溆浦县'], '溆浦县医疗纠纷人民调解委员会').slice(0, 2)).toEqual(['溆', '溆医'])
  })
})
