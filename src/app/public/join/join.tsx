/** What stands behind a union's QR code: whose it is, what joining means, and the application, on one page. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { JoinPlaceWire } from '#registry/people/people-wire.ts'
import { get, ProblemError } from '#ui/api.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { PublicShell } from '../shell.tsx'
import { myRecordQuery } from './my-record.ts'
import './join.css'

const Apply = lazy(() => import('./apply.tsx').then(({ Apply }) => ({ default: Apply })))
const PhoneDoor = lazy(() => import('./phone-door.tsx').then(({ PhoneDoor }) => ({ default: PhoneDoor })))

const words = catalogue({
  zh: {
    title: '申请加入工会',
    wait: '正在打开…',
    missing: '这个码现在不能用',
    missingSays: '工会可能已经合并或者终止。请从街道的工会里重新选一家，或者打 12351 问。',
    other: '另选一家工会',
    lost: '现在连不上，请过一会儿再试。',
    means: '入会是什么意思',
    own: '入不入会由您自己决定，单位和别人都不能阻挠。',
    any: '没有固定单位、跑单送货的，也能入。',
    help: '维权、法律援助、技能培训、帮扶慰问，有事可以找这家工会。',
    one: '一个人同一时间只在一家工会。批准后，原来那家的会籍到前一天为止，以前的记录都留着。',
    free: '交申请不收费。会费怎么交，由工会按章程告诉您，这里不扣钱。',
    first: '先用手机号登录',
    firstSays: '申请要知道是谁交的。工会只用这个号码和您联系。',
  },
  en: {
    title: 'Apply to join this union',
    wait: 'Opening…',
    missing: 'This code cannot be used now',
    missingSays: 'The union may have merged or ended. Choose another one of your street, or ring 12351.',
    other: 'Choose another union',
    lost: 'Not reached now. Please try again soon.',
    means: 'What joining means',
    own: 'It is your own decision; neither your employer nor anybody else may hinder you.',
    any: 'You may join without a fixed employer, also when you ride or drive for platforms.',
    help: 'Rights, legal aid, training, help in hardship: this union is there for it.',
    one: 'One person is in one union at a time. Once approved, membership elsewhere ends the day before; earlier records are kept.',
    free: 'Applying costs nothing. The union tells you about dues under its rules; no money is taken here.',
    first: 'Sign in with your mobile number',
    firstSays: 'An application needs to say whose it is. The union uses the number only to reach you.',
  },
})

export const placeQuery = (organisation: string) =>
  ({
    queryKey: ['join', organisation],
    queryFn: () => get<JoinPlaceWire>(`/api/join/${encodeURIComponent(organisation)}`),
    retry: false,
    staleTime: 300_000,
  }) as const

export function Join() {
  const w = useWords(words)
  const { organisation = '' } = useParams({ strict: false }) as { readonly organisation?: string }
  const place = useQuery(placeQuery(organisation))
  if (place.isPending)
    return (
      <PublicShell at="join">
        <p className="narrow" role="status">
          {w.wait}
        </p>
      </PublicShell>
    )
  if (!place.data) return <Missing error={place.error} />
  return (
    <PublicShell at="join">
      <div className="narrow stack">
        <header className="stack">
          <p className="muted">{place.data.district}</p>
          <h1>{place.data.name}</h1>
          <p className="join-lead">{w.title}</p>
        </header>
        <Entry place={place.data} />
        <Meaning />
      </div>
    </PublicShell>
  )
}

/** Signed in: the application itself. Otherwise first the door by telephone. */
function Entry({ place }: { readonly place: JoinPlaceWire }) {
  const w = useWords(words)
  const mine = useQuery(myRecordQuery)
  if (mine.isPending) return <p role="status">{w.wait}</p>
  if (mine.isError)
    return (
      <p className="note bad" role="alert">
        {w.lost}
      </p>
    )
  return (
    <Suspense fallback={<p role="status">{w.wait}</p>}>
      {mine.data ? (
        <section className="card">
          <Apply to={place} record={mine.data} />
        </section>
      ) : (
        <section className="card stack" aria-labelledby="door">
          <h2 id="door">{w.first}</h2>
          <p className="muted">{w.firstSays}</p>
          <PhoneDoor back={`/join/${place.id}`} onIn={() => void mine.refetch()} />
        </section>
      )}
    </Suspense>
  )
}

export function Meaning() {
  const w = useWords(words)
  return (
    <section className="card stack" aria-labelledby="means">
      <h2 id="means">{w.means}</h2>
      <ul className="join-points">
        {[w.own, w.any, w.help, w.one, w.free].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}

function Missing({ error }: { readonly error: unknown }) {
  const w = useWords(words)
  const none = error instanceof ProblemError && (error.status === 404 || error.status === 400)
  return (
    <PublicShell at="join">
      <section className="card stack narrow" role="alert">
        <h1>{none ? w.missing : w.lost}</h1>
        {none ? (
          <>
            <p>{w.missingSays}</p>
            <a className="btn main wide" href="/me/union">
              {w.other}
            </a>
          </>
        ) : null}
      </section>
    </PublicShell>
  )
}
