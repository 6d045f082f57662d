/** The measures of GB/T 9704-2012 from which both the PDF and the Word file are set. Millimetres unless named otherwise. */
export const sheet = { width: 210, height: 297 } as const
/** Around the text block of 156 × 225. */
export const margin = { top: 37, left: 28, right: 26, bottom: 35 } as const
export const block = { width: 156, height: 225, lines: 22, characters: 28 } as const

/** 信函格式: organ's mark 30 from the top, first double rule 4 below it, last double rule 20 from the bottom, both 170 long. */
export const letterhead = { top: 30, ruleBelow: 4, ruleFromBottom: 20, ruleLeft: 20, ruleWidth: 170 } as const

/** The verification code stands below the block and below the letter's last rule. */
export const foot = { pageNumberBelow: 7, qr: 14, qrFromBottom: 18 } as const

export const red = '#d7000f'

export const points = (mm: number): number => (mm * 72) / 25.4
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

/** 3号 is 5.55 mm, so that 28 characters fill the block. */
export const bodySize = 15.75
/** 2号 for titles, 4号 for page numbers, 小四 in tables, 小五 at the foot. */
export const size = { title: 22, page: 14, table: 12, foot: 9 } as const
/** A hair less than 225 mm / 22, so that rounding never pushes out the last line. */
export const linePitch = points(block.height) / block.lines - 0.01

/** The organ's mark fits on one line, whatever the organ is called. */
export const markSize = (width: number): number => Math.min(34, points(block.width) / Math.max(width, 1))

/** Height of the face's line box, in ems. */
export const lineBox = 1.437
/** The pdfmake lineHeight that makes lines of this size stand this far apart. */
export const lead = (fontSize: number, pitch = linePitch): number => pitch / (fontSize * lineBox)
