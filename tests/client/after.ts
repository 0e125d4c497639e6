import { resetDevice } from './stubs/device.ts'

afterEach(resetDevice)
