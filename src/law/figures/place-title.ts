/** The name of a place in which figures and rules hold. */
import { type Text, text } from '#kernel/text.ts'

const titles: Readonly<Record<string, Text>> = {
  CN: text('全国', 'The nation'),
  'CN-ZJ': text('浙江省', 'Zhejiang'),
  'CN-ZJ-HZ': text('杭州市', 'Hangzhou'),
}

/** Its name where this house knows it, else its code. */
export const placeTitle = (region: string): Text => titles[region] ?? text(region, region)
