import { configure } from '@testing-library/react'

import { resetDevice } from './stubs/device.ts'

// What is awaited comes, also on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

afterEach(resetDevice)
