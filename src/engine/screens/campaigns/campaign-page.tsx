/** One campaign: a draft is read through and issued, an issued one is followed on its board. Everything on it is the server's. */
import '#registry/screens/people/people.css'
import './campaigns.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { withQuery } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { MenuButton } from '#ui/controls/menu.tsx'
import { moment } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { CampaignItemWire, CampaignWire } from '../../campaigns/campaign-wire.ts'
import { Acts } from './acts.tsx'
import { Items } from './items.tsx'
import { allItems, PrintPage } from './print-page.tsx'
import { campaignQuery, type Showing } from './questions.ts'
import { Steps } from './steps.tsx'
import { Tabs } from './tabs.tsx'

const words = catalogue({
  zh: {
    drafted: (who: string, when: string) => `${who} ${when} 拟`,
    issued: (who: string, day: string) => `${who} ${day} 发出`,
    export: '导出',
    xlsx: 'Excel / WPS 表格（.xlsx）',
    csv: '文本表格（.csv）',
    print: '打印',
    progress: (done: number, all: number) => `正在发出：${done} / ${all}`,
    progressNote: '每发一家，案件、编号、文书、时限同时立好。可以离开这一页，也不怕断电，会接着发，不会重发。',
    done: '全部发完',
  },
  en: {
    drafted: (who, when) => `drafted by ${who}, ${when}`,
    issued: (who, day) => `issued by ${who}, ${day}`,
    export: 'Export',
    xlsx: 'Excel / WPS workbook (.xlsx)',
    csv: 'Plain table (.csv)',
    print: 'Print',
    progress: (done, all) => `Being issued: ${done} of ${all}`,
    progressNote:
      'Each firm gets its case, number, paper and clock at once. You may leave this page; after a power cut it goes on, and nothing is sent twice.',
    done: 'All are issued',
  },
})

export function CampaignAt() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string }
  const search = useSearch({ strict: false }) as Showing
  const navigate = useNavigate()
  const { data: one, error, refetch } = useQuery(campaignQuery(campaignId))
  const onShow = useCallback(
    (next: Showing) =>
      void navigate({ to: '/desk/campaigns/$campaignId', params: { campaignId }, search: { ...next }, replace: true, resetScroll: false }),
    [navigate, campaignId],
  )
  if (!one) return error ? <Trouble error={error} onAgain={() => void refetch()} /> : <Waiting />
  return <CampaignPage one={one} show={search} onShow={onShow} />
}

interface Props {
  readonly one: CampaignWire
  readonly show: Showing
  readonly onShow: (show: Showing) => void
}

function CampaignPage({ one, show, onShow }: Props) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  useFresh(one)
  const [printing, setPrinting] = useState<readonly CampaignItemWire[] | true>()
  const printed = useCallback(() => setPrinting(undefined), [])
  async function prints(): Promise<void> {
    setPrinting(true)
    setPrinting(await allItems(one.id, show).catch(() => undefined))
  }
  const table = (as: string) => () => location.assign(withQuery(`/api/campaigns/${one.id}/export`, { ...show, as, language }))
  return (
    <div className="register cg">
      <title>{one.title}</title>
      <header className="register-head">
        <div>
          <h1 className="big">{one.title}</h1>
          <p className="s sub">
            {[
              say(one.kind),
              one.issuer.name,
              one.issuedOn
                ? w.issued(one.issuedBy ?? '', one.issuedOn)
                : w.drafted(one.draftedBy, moment(one.draftedAt, one.today, language)),
            ].join('　')}
          </p>
        </div>
        {one.state === 'draft' ? <Steps now="issue" /> : null}
        <div className="register-acts no-print">
          {one.state === 'draft' ? null : (
            <>
              <Button look="txt" busy={printing === true} onClick={() => void prints()}>
                {w.print}
              </Button>
              <MenuButton
                label={w.export}
                className="btn txt"
                choices={[
                  { id: 'xlsx', says: w.xlsx, act: table('xlsx') },
                  { id: 'csv', says: w.csv, act: table('csv') },
                ]}
              >
                {w.export}
              </MenuButton>
            </>
          )}
          <Acts one={one} />
        </div>
      </header>
      {one.state === 'issuing' ? <Progress one={one} /> : null}
      <Tabs one={one} show={show} onShow={onShow} />
      <Items one={one} show={show} onShow={onShow} />
      <Finished one={one} />
      {Array.isArray(printing) ? <PrintPage one={one} items={printing} onDone={printed} /> : null}
    </div>
  )
}

function Progress({ one: { counts } }: { readonly one: CampaignWire }) {
  const w = useWords(words)
  const all = counts.opened + counts.refused + counts.waiting
  return (
    <section className="sheet pad cg-progress">
      <label className="h" htmlFor="cg-progress">
        {w.progress(all - counts.waiting, all)}
      </label>
      <progress id="cg-progress" max={all} value={all - counts.waiting} />
      <p className="s sub">{w.progressNote}</p>
    </section>
  )
}

/** The list follows the counts: when they move, what is shown is asked for again. */
function useFresh({ id, counts, phases }: CampaignWire): void {
  const client = useQueryClient()
  const stand = JSON.stringify([counts, phases.map((phase) => phase.count)])
  const [before, setBefore] = useState(stand)
  useEffect(() => {
    if (before === stand) return
    setBefore(stand)
    void client.invalidateQueries({ queryKey: ['campaign', id, 'items'] })
  }, [client, id, stand, before])
}

/** Told to whoever listens instead of looking. */
function Finished({ one: { state } }: { readonly one: CampaignWire }) {
  const w = useWords(words)
  const [was, setWas] = useState(state)
  const [said, setSaid] = useState('')
  if (was !== state) {
    setWas(state)
    setSaid(was === 'issuing' && state === 'issued' ? w.done : '')
  }
  return (
    <p role="status" className="vh">
      {said}
    </p>
  )
}
