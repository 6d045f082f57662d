/** A poster of one page to print and hang up: the code of a union, whose it is, and how to join in three steps. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { catalogue, useWords } from '#ui/language.tsx'
import { PublicShell } from '../shell.tsx'
import { placeQuery } from './join.tsx'
import './join.css'

const words = catalogue({
  zh: {
    print: '打印',
    save: '只要二维码（图片）',
    hint: '打印在 A4 纸上，贴在大门、食堂、宿舍、驿站。码一直有效，不用更换。',
    lead: '扫码入会',
    alt: (name: string) => `加入${name}的二维码`,
    scan: '用微信或者手机相机扫码',
    fill: '填手机号和验证码',
    apply: '写上姓名，交申请',
    after: '不收费，几分钟填好；没有固定单位也能入。',
    hotline: '有问题打工会热线 12351',
    typed: '扫不了码，在浏览器里打开下面的网址，按名称找这家工会',
    local: '现在这个网址只有这台电脑能打开，印出来别人扫不了。请管理员先设置对外网址（HEXIE_URL），再打印。',
    wait: '正在打开…',
    missing: '这家工会现在不收会员，没有入会二维码。',
  },
  en: {
    print: 'Print',
    save: 'The code alone (picture)',
    hint: 'Print on A4 and hang it at the gate, canteen, dormitory or station. The code stays good.',
    lead: 'Scan to join',
    alt: (name) => `Code to join ${name}`,
    scan: 'Scan with WeChat or the camera',
    fill: 'Fill in your number and the code sent to it',
    apply: 'Write your name and apply',
    after: 'Free, filled in within minutes; also without a fixed employer.',
    hotline: 'Union hotline 12351',
    typed: 'If scanning does not work, open this address and find the union by name',
    local:
      'Only this computer can open the present address, so nobody could scan the poster. Have the address (HEXIE_URL) set before printing.',
    wait: 'Opening…',
    missing: 'This union takes no members now, so there is no code.',
  },
})

export function JoinPoster() {
  const w = useWords(words)
  const { organisation = '' } = useParams({ strict: false }) as { readonly organisation?: string }
  const { data: place, isPending } = useQuery(placeQuery(organisation))
  if (!place)
    return (
      <PublicShell at="join">
        <p className="narrow" role="status">
          {isPending ? w.wait : w.missing}
        </p>
      </PublicShell>
    )
  const code = `/api/join/${place.id}/qr.svg`
  return (
    <PublicShell at="join">
      <title>{`${w.lead} ${place.name}`}</title>
      <div className="acts poster-acts">
        <button className="btn main" type="button" onClick={() => print()}>
          {w.print}
        </button>
        <a className="btn" href={code} download={`${place.name}.svg`}>
          {w.save}
        </a>
        <p className="small muted">{w.hint}</p>
      </div>
      {/^(localhost|127\.|\[::1\])/.test(location.host) ? <p className="note bad poster-acts">{w.local}</p> : null}
      <article className="poster">
        <p className="poster-lead">{w.lead}</p>
        <h1>{place.name}</h1>
        <img src={code} alt={w.alt(place.name)} width="320" height="320" />
        <ol>
          {[w.scan, w.fill, w.apply].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <b>{w.after}</b>
        </p>
        <p>{w.hotline}</p>
        <p className="poster-typed">
          {w.typed}
          <br />
          {`${location.host}/me/union`}
        </p>
      </article>
    </PublicShell>
  )
}
