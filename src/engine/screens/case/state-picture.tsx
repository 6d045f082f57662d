/** The road of a case: behind, here, ahead; and the ends beside the road. */
import { Fragment } from 'react'
import { daysBetween } from '#kernel/day.ts'
import { longDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { CaseWire, ProcedureWire } from '../../wire.ts'
import { type Stop, statePath } from './state-path.ts'

const words = catalogue({
  zh: {
    title: '走到哪里了',
    here: (state: string) => `${state}，我们在这里`,
    ended: (state: string) => `${state}，已办结`,
    nth: (n: number) => `第 ${n} 日`,
    gone: '已过',
    ahead: '之后',
    or: '或者',
  },
  en: {
    title: 'Where it stands',
    here: (state) => `${state}: we are here`,
    ended: (state) => `${state}: closed`,
    nth: (n) => `day ${n}`,
    gone: 'Done',
    ahead: 'Later',
    or: 'Or',
  },
})

export function StatePicture({ procedure, file }: { readonly procedure: ProcedureWire; readonly file: CaseWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const { stops, asides } = statePath(procedure, file)
  return (
    <section className="state">
      <h2 className="h">{w.title}</h2>
      <ol className="road">
        {stops.map((stop) => (
          <Fragment key={`${stop.state} ${stop.on ?? ''} ${stop.by?.zh ?? ''}`}>
            <Place stop={stop} file={file} />
            {stop.at === 'here' && asides.length > 0 ? (
              <li className="aside">
                <div>
                  <span className="vh">{w.or}: </span>
                  <p>{asides.map((aside) => say(aside)).join(language === 'zh' ? '、' : ', ')}</p>
                </div>
              </li>
            ) : null}
          </Fragment>
        ))}
      </ol>
    </section>
  )
}

function Place({ stop, file }: { readonly stop: Stop; readonly file: CaseWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const comma = language === 'zh' ? '，' : ', '
  const title = stop.at === 'here' ? (file.ended ? w.ended : w.here)(say(stop.title)) : say(stop.title)
  const parts = [
    stop.on ? longDay(stop.on, language, file.today) : '',
    stop.at === 'here' && !file.ended && stop.on && daysBetween(stop.on, file.today) > 0 ? w.nth(daysBetween(stop.on, file.today)) : '',
    stop.at === 'ahead' && stop.by ? say(stop.by) : '',
    stop.at !== 'here' && stop.who ? say(stop.who) : '',
  ].filter(Boolean)
  return (
    <li className={stop.at} {...(stop.at === 'here' ? { 'aria-current': 'step' as const } : {})}>
      <b>
        {stop.at === 'here' ? null : <span className="vh">{w[stop.at]}: </span>}
        {title}
      </b>
      <p>{parts.join(comma)}</p>
    </li>
  )
}
