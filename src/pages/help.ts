import { callPhone } from '#services/device'

/** The last next step of every page. */
export const LEGAL_LINE = '12348'
export const callLegalLine = () => void callPhone(LEGAL_LINE)
