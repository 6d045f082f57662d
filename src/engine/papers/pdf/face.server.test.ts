/** Every character a Chinese name may be written with has a picture in the face. */
import { describe, expect, it } from 'vitest'
import { openFace } from './face.server.ts'

const span = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('')

/** What 通用规范汉字表 has beyond the basic block and extension A. */
const beyond =
  '𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟' +
  '𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓'

describe('the face', () => {
  it('has 通用规范汉字, the basic block of Unicode 10 and extension A', async () => {
    const kept = new Map<string, number>()
    const face = openFace((name, font) => kept.set(name, font.length))
    const wanted = span(0x4e00, 0x9fea) + span(0x3400, 0x4db5) + beyond
    await face.need(wanted, 400)
    expect(face.missing(wanted)).toEqual([])
    const bytes = [...kept.values()].reduce((a, b) => a + b, 0)
    expect(bytes).toBeLessThan(15_000_000)
  }, 60_000)

  it('cuts a text where the slice changes and loses no character', async () => {
    const face = openFace(() => {})
    const text = '申请人㐱𠮷喆、淼犇昇堃，月工资6,800元。'
    await face.need(text, 700)
    const runs = face.runs(text, 700)
    expect(runs.map((run) => run.text).join('')).toBe(text)
    expect(new Set(runs.map((run) => run.font)).size).toBeGreaterThan(3)
  }, 30_000)

  it('shows what it lacks as 〓 and tells it, and drops only what has no picture', async () => {
    const face = openFace(() => {})
    await face.need('王\u200b😀\ufe0f', 400)
    expect(
      face
        .runs('王\u200b😀\ufe0f', 400)
        .map((run) => run.text)
        .join(''),
    ).toBe('王〓')
    expect(face.missing('王\u200b😀\ufe0f')).toEqual(['😀'])
  }, 30_000)
})
