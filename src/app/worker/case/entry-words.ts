/** What happened, as one would tell it: 您说了能到, 定下 8月18日 开调解会. Pure. */
import type { EntryWire } from '#engine/wire.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Side } from './matter.ts'

type Input = Readonly<Record<string, unknown>>

const comes: Readonly<Record<string, Text>> = {
  yes: text('能到', 'can come'),
  otherTime: text('想换个时间', 'asked for another time'),
  no: text('来不了', 'cannot come'),
}

const both = (who: Text, zh: string, en: string): Text => text(`${who.zh}${zh}`, `${who.en} ${en}`)

/** Undefined where the step's own title says it best. */
export function entryWords(entry: EntryWire, side: Side): Text | undefined {
  const input = (entry.input ?? {}) as Input
  const firm = side === 'firm'
  const worker = firm ? text('职工', 'The worker') : text('您', 'You')
  const employer = firm ? text('您单位', 'Your firm') : text('公司', 'The firm')
  switch (entry.step) {
    case 'apply':
      return both(worker, '交了申请', 'applied')
    case 'answerHearing':
      return both(worker, `说了${comes[String(input.comes)]?.zh ?? ''}`, comes[String(input.comes)]?.en ?? 'answered')
    case 'firmAnswersHearing':
      return both(employer, `说了${comes[String(input.comes)]?.zh ?? ''}`, comes[String(input.comes)]?.en ?? 'answered')
    case 'consent':
      return both(employer, '同意调解', 'agreed to mediate')
    case 'decline':
      return both(employer, '不同意调解', 'did not agree to mediate')
    case 'stateClaim':
      return both(worker, '说了要求和数', 'stated the claim')
    case 'stateAnswer':
      return both(employer, '交了书面答复', 'answered in writing')
    case 'workerSigns':
      return both(
        worker,
        input.act === 'takeBack' ? '撤回了签名' : '签了名',
        input.act === 'takeBack' ? 'took the signature back' : 'signed',
      )
    case 'firmSigns':
      return both(
        employer,
        input.act === 'takeBack' ? '撤回了签名' : '签了名',
        input.act === 'takeBack' ? 'took the signature back' : 'signed',
      )
    case 'withdraw':
      return both(worker, '不调了', 'withdrew')
    case 'schedule':
    case 'moveHearing': {
      const day = String(input.day ?? '')
      const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
      return month
        ? text(
            `${entry.step === 'schedule' ? '定下' : '改到'} ${month}月${date}日 ${String(input.start)} 开调解会`,
            `Hearing ${entry.step === 'schedule' ? 'set for' : 'moved to'} ${day} ${String(input.start)}`,
          )
        : undefined
    }
    default:
      return undefined
  }
}
