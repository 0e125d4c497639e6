import { Image } from '@tarojs/components'

// Read here, so that each build drops the other half.
const web = process.env.TARO_ENV === 'h5'

type Props = { className: string; src: string; alt: string }

/** A picture that says something: Taro's own image gives the browser no words for it (WCAG 1.1.1). It fills its frame. */
export const Picture = ({ className, src, alt }: Props) =>
  web ? (
    <img className={className} src={src} alt={alt} style={{ objectFit: 'cover' }} />
  ) : (
    <Image className={className} mode="aspectFill" src={src} ariaLabel={alt} />
  )
