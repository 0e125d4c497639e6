import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Whether the telephone has a network just now. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const hear = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    Taro.onNetworkStatusChange(hear)
    void Taro.getNetworkType().then(({ networkType }) => setOnline(networkType !== 'none'))
    return () => Taro.offNetworkStatusChange(hear)
  }, [])
  return online
}
