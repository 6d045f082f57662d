/** The part of subset-font that papers use; the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: {
      readonly keepAllGlyphs?: boolean
      readonly targetFormat?: 'truetype' | 'woff2'
      readonly variationAxes?: Readonly<Record<string, number>>
      readonly keepFeatures?: readonly string[]
      readonly noHinting?: boolean
    },
  ): Promise<Buffer>
}
