/** 学习 and 驿站 until they exist: said plainly, with what can be done today. */
import { catalogue, useWords } from '#ui/language.tsx'
import { Icon } from './parts/icon.tsx'
import { Frame } from './parts/shell.tsx'

const words = catalogue({
  zh: {
    learn: '学习',
    learnHead: '学费补助和课程，还不能在手机上办',
    learnSays: '现在要问课、问学费补助，打 12351，或者去您所在街道的总工会，带上身份证和工会会员卡。',
    stations: '驿站',
    stationsHead: '驿站地图还没有上线',
    stationsSays: '现在要找歇脚、喝水、充电的地方，打 12351 问，说您在哪条路。',
    call: '打 12351',
    today: '今天就能用的',
    clock: '算一个法定期限',
    clockSays: '几号交的，最晚几号要有结果',
    help: '我要求助',
    helpSays: '讨薪、辞退、工伤',
  },
  en: {
    learn: 'Learn',
    learnHead: 'Courses and study aid are not yet on the phone',
    learnSays: 'For courses or study aid ring 12351, or take your ID card to the union of your street.',
    stations: 'Stations',
    stationsHead: 'The station map is not yet here',
    stationsSays: 'For a place to rest, drink or charge, ring 12351 and say which road you are on.',
    call: 'Ring 12351',
    today: 'What works today',
    clock: 'Count a legal time limit',
    clockSays: 'Sent on this day: due on which?',
    help: 'Get help',
    helpSays: 'Wages, dismissal, injury',
  },
})

function Coming({ at }: { readonly at: 'learn' | 'stations' }) {
  const w = useWords(words)
  return (
    <Frame at={at} title={w[at]}>
      <section>
        <h1>{at === 'learn' ? w.learnHead : w.stationsHead}</h1>
        <p>{at === 'learn' ? w.learnSays : w.stationsSays}</p>
        <a className="btn main wide" href="tel:12351">
          <Icon name="phone" />
          {w.call}
        </a>
      </section>
      <section aria-labelledby="today">
        <h2 id="today">{w.today}</h2>
        <div className="card rows">
          <a className="row" href="/me/help">
            <Icon name="help" />
            <span className="txt">
              {w.help}
              <small>{w.helpSays}</small>
            </span>
            <Icon name="go" />
          </a>
          <a className="row" href="/clock">
            <Icon name="clock" />
            <span className="txt">
              {w.clock}
              <small>{w.clockSays}</small>
            </span>
            <Icon name="go" />
          </a>
        </div>
      </section>
    </Frame>
  )
}

export const Learn = () => <Coming at="learn" />
export const Stations = () => <Coming at="stations" />
