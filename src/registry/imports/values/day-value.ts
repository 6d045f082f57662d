/** Days as people write them into tables: 2026.3.12, 2026年3月12日, 20260312, 2026/3/12, and what Excel made of them. */
import { type Day, isDay } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { type Reading, wrong, type Written } from './reading.ts'

const two = (part: string | number): string => String(part).padStart(2, '0')

/** The day written, `2026-03-12`; of a month alone its first day; null for what is none. Says nothing about sense. */
export function writtenDay({ text: written, kind }: Written): string | null {
  if (kind === 'day' && isDay(written)) return written
  const tidy = written.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (isDay(tidy)) return tidy
  const clear = tidy.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '').replace(/\s/g, '')
  const serial = kind === 'number' && /^\d{5}(\.\d+)?$/.test(clear) ? serialDay(Number(clear)) : null
  if (serial) return serial
  const parts =
    /^(\d{4})[-./年,](\d{1,2})[-./月,](\d{1,2})日?$/.exec(clear) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(clear) ??
    /^(\d{4})[-./年](\d{1,2})月?$/.exec(clear) ??
    /^((?:19|20)\d{2})(\d{2})$/.exec(clear)
  if (parts) {
    const found = `${parts[1]}-${two(parts[2]!)}-${two(parts[3] ?? 1)}`
    return isDay(found) ? found : null
  }
  // 12/3/2026 is read only where no other reading is possible.
  const reverse = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(clear)
  if (!reverse) return null
  const [a, b] = [Number(reverse[1]), Number(reverse[2])]
  if (a <= 12 && b <= 12 && a !== b) return null
  const found = `${reverse[3]}-${two(a > 12 ? b : a)}-${two(a > 12 ? a : b)}`
  return isDay(found) ? found : null
}

/** A serial that lost its date format: only where it falls between 1950 and 2079. */
function serialDay(serial: number): string | null {
  if (!(serial >= 18_264 && serial < 65_380)) return null
  return new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

/** A day. With `today`, one after it is refused, with what may have been meant. */
export function readDay(written: Written, title: { readonly zh: string; readonly en: string }, today?: Day): Reading<Day> {
  const found = writtenDay(written) as Day | null
  if (!found || found < '1900-01-01' || found > '2199-12-31') return wrong('day', notADay(title), howToWrite(written.text))
  if (!today || found <= today) return { value: found }
  const meant = pastReadings(found, today)
  return wrong(
    'future',
    text(`${title.zh}在将来`, `${title.en} lies in the future`),
    meant
      ? text(`像是 ${meant} 写颠倒了。`, `It looks like ${meant} with digits exchanged.`)
      : text(`表里是 ${found}，今天是 ${today}。请核对。`, `Here is ${found}, today is ${today}; please check.`),
    meant ? { value: meant, title: text(`改为 ${meant}`, `Make it ${meant}`) } : undefined,
  )
}

const notADay = (title: { readonly zh: string; readonly en: string }) => text(`${title.zh}看不懂`, `${title.en} cannot be read`)

function howToWrite(written: string) {
  const ambiguous = /^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/.test(written.trim())
  return ambiguous
    ? text(
        `“${written}”分不清哪个是月、哪个是日。请写成 2026-03-12。`,
        `In “${written}” day and month cannot be told apart; write 2026-03-12.`,
      )
    : text(`没有“${short(written)}”这一天。请写成 2026-03-12。`, `There is no day “${short(written)}”; write 2026-03-12.`)
}

const short = (written: string): string => (written.length > 24 ? `${written.slice(0, 24)}…` : written)

/** The latest day not after today that two exchanged places away could be: 2062-06-18 → 2026-06-18. */
function pastReadings(found: Day, today: Day): Day | undefined {
  const [year, month, date] = found.split('-') as [string, string, string]
  const years = [year.slice(0, 2) + year[3]! + year[2]!, year[0]! + year[2]! + year[1]! + year[3]!]
  const readings = [...years.map((other) => `${other}-${month}-${date}`), `${year}-${date}-${month}`]
  return readings
    .filter((one): one is Day => isDay(one) && one <= today && one >= '1950-01-01')
    .sort()
    .at(-1)
}
