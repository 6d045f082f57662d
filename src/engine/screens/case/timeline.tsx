/** What happened: when, what, who, in which role, who took it down, and the papers it left. Only ever added to. */
import '#ui/pieces/timeline.css'
import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { moment, shortDay } from '#ui/dates.ts'
import { dayOf } from '#kernel/day.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { CaseWire, EntryWire } from '../../wire.ts'

const words = catalogue({
  zh: {
    title: '经过',
    note: '只增不改，更正也是一步',
    all: (n: number) => `看全部 ${n} 条`,
    fewer: '只看最近的',
    recorded: (who: string) => `${who} 记录`,
    law: '依法',
    happened: (day: string) => `${day} 办理`,
  },
  en: {
    title: 'What happened',
    note: 'only added to; a correction is a step too',
    all: (n) => `All ${n}`,
    fewer: 'Only the latest',
    recorded: (who) => `taken down by ${who}`,
    law: 'By law',
    happened: (day) => `done on ${day}`,
  },
})

const shownAtFirst = 6

export function Timeline({ file }: { readonly file: CaseWire }) {
  const w = useWords(words)
  const [all, setAll] = useState(false)
  const newest = file.log.toReversed()
  const rows = all ? newest : newest.slice(0, shownAtFirst)
  return (
    <section className="past">
      <h2 className="h">
        {w.title} <small>{w.note}</small>
        {newest.length > shownAtFirst ? (
          <Button look="txt" size="sm" onClick={() => setAll(!all)}>
            {all ? w.fewer : w.all(newest.length)}
          </Button>
        ) : null}
      </h2>
      <ol className="tl">
        {rows.map((entry, at) => (
          <Row key={entry.seq} entry={entry} newest={at === 0} file={file} />
        ))}
      </ol>
    </section>
  )
}

function Row({ entry, newest, file }: { readonly entry: EntryWire; readonly newest: boolean; readonly file: CaseWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const who =
    entry.recordedBy && entry.by !== 'law'
      ? say(entry.byTitle)
      : entry.person
        ? `${entry.person.name}${language === 'zh' ? '（' : ' ('}${say(entry.byTitle)}${language === 'zh' ? '）' : ')'}`
        : say(entry.byTitle)
  const other = dayOf(new Date(entry.at)) === entry.on ? '' : w.happened(shortDay(entry.on, language, file.today))
  return (
    <li className={newest ? 'now' : entry.by === 'law' ? 'law-ev' : undefined}>
      <time dateTime={entry.at}>{moment(entry.at, file.today, language)}</time>
      <div>
        {say(entry.title)}
        {'　'}
        <span className="sub">
          {[who, entry.recordedBy ? w.recorded(entry.recordedBy) : '', other].filter(Boolean).join(language === 'zh' ? '，' : ', ')}
        </span>
      </div>
      <span className="faint xs">
        {entry.papers.map((paper) => (
          <a key={paper.id} href={`/api/cases/${file.id}/papers/${paper.id}?as=pdf`} target="_blank" rel="noreferrer">
            {say(paper.title)}
          </a>
        ))}
      </span>
    </li>
  )
}
