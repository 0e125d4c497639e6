import { unknownApis } from '../record.ts'
import { bus } from './bus.ts'
import { consent } from './consent.ts'
import { device } from './device.ts'
import { navigation } from './navigation.ts'
import { network } from './network.ts'
import { person } from './person.ts'
import { storage } from './storage.ts'
import { ui } from './ui.ts'

const known: Record<string, unknown> = {
  ...bus,
  ...consent,
  ...device,
  ...navigation,
  ...network,
  ...person,
  ...storage,
  ...ui,
}

/** What we do not know reads as undefined, as an API missing on an old phone, and is noted. */
export const wx: object = new Proxy(known, {
  get: (target, name) => {
    if (typeof name === 'string' && !(name in target)) unknownApis.add(name)
    return Reflect.get(target, name)
  },
})
