/** Fonts, sizes and spacing of the Word file, in the units of Word. */
import { AlignmentType, LineRuleType } from 'docx'
import { block, linePitch, margin, twips } from '../measures.ts'

/** A face for Han characters; figures and Latin letters in Times New Roman. The hint gives quotation marks their full width. */
export const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
})
export const faces = { body: font('仿宋_GB2312'), title: font('方正小标宋简体'), heading: font('黑体'), second: font('楷体_GB2312') }

/** One character of the grid. */
export const em = twips(block.width / block.characters)
export const pitch = Math.round(linePitch * 20)
export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT })
/** Word sizes runs in half points. */
export const halves = (pt: number): number => Math.round(pt * 2)

/** Runs of another size than the body's stand outside the grid of characters. */
export const offGrid = { snapToGrid: false, characterSpacing: 0 } as const

export const sides = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const

export const pageMargins = {
  top: twips(margin.top),
  right: twips(margin.right),
  bottom: twips(margin.bottom),
  left: twips(margin.left),
  header: twips(15),
  footer: twips(4),
  gutter: 0,
}
