import { closeAll } from './phones.ts'

afterAll(closeAll)
