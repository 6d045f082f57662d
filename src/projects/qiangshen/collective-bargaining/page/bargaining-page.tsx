/** The bargaining table of one firm: both sides work here, each from its own desk. */
import './page.css'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { caseQuery, proceduresQuery } from '#engine/screens/questions.ts'
import type { CaseWire, ProcedureWire } from '#engine/wire.ts'
import { type Clause, clauseKey } from '#law/clauses/clause.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { Waiting } from '#ui/pieces/notice.tsx'
import type { Side } from '../data.ts'
import { nextRound, rowFor } from '../table/table.ts'
import { Acts } from './acts.tsx'
import { BargainingHead } from './bargaining-head.tsx'
import { type Board, boardOf, type Proposing, roadOf, sidesToPropose } from './board.ts'
import { DealTable, type Laws } from './deal/deal-table.tsx'
import { useEntry } from './deal/entry.tsx'
import { EntryBar } from './deal/entry-bar.tsx'
import { SkillMatrix } from './deal/skill-matrix.tsx'
import { dealWords } from './deal/words.tsx'
import { prefill } from './prefill.ts'
import { Reckoning } from './reckoning/reckoning.tsx'
import { Road } from './road.tsx'
import { SideSheet } from './side-sheet.tsx'
import { WageFile } from './wage-file.tsx'

const StepSheet = lazy(() => import('#engine/screens/case/step-sheet.tsx'))

const words = catalogue({ zh: { title: '协商台', table: '条款表' }, en: { title: 'Bargaining table', table: 'Clauses' } })

export function BargainingAt() {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { step } = useSearch({ strict: false }) as { step?: string }
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: file } = useSuspenseQuery(caseQuery(caseId))
  const { data: procedures } = useSuspenseQuery(proceduresQuery)
  const procedure = procedures.find((one) => one.id === file.procedure)
  const [brought, setBrought] = useState<Record<string, unknown>>()
  if (procedure?.id !== 'collective-bargaining') return null
  const onStep = (next: string | undefined) =>
    void navigate({
      to: '/desk/bargaining/$caseId',
      params: { caseId },
      search: next ? { step: next } : {},
      replace: !next,
      resetScroll: false,
    })
  const taken = (after: CaseWire) => {
    client.setQueryData(caseQuery(caseId).queryKey, after)
    void client.invalidateQueries({ queryKey: ['today'] })
    void client.invalidateQueries({ queryKey: ['cases'] })
    setBrought(undefined)
    if (step) onStep(undefined)
  }
  return (
    <>
      <Page
        file={file}
        procedure={procedure}
        onStep={onStep}
        onTaken={taken}
        onWages={(wages) => {
          setBrought(wages)
          onStep('supplyMaterials')
        }}
      />
      {step ? (
        <Suspense fallback={<Waiting />}>
          <StepSheet
            // What was read from a file begins the form anew.
            key={step + String(brought !== undefined)}
            procedure={procedure}
            file={file}
            stepId={step}
            prefill={{ ...prefill(step, file), ...(step === 'supplyMaterials' ? brought : {}) }}
            onTaken={taken}
            onClose={() => onStep(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

interface PageProps {
  readonly file: CaseWire
  readonly procedure: ProcedureWire
  readonly onStep: (step: string) => void
  readonly onTaken: (file: CaseWire) => void
  readonly onWages: (values: Record<string, unknown>) => void
}

function Page({ file, procedure, onStep, onTaken, onWages }: PageProps) {
  const w = useWords(words)
  const board = boardOf(file)
  const sides = sidesToPropose(file, procedure)
  const supplies = file.steps.find(({ id }) => id === 'supplyMaterials')
  const materials =
    supplies && (supplies.allowed || supplies.refusal?.why === 'incomplete') ? (
      <WageFile id={file.id} again={board.facts.materials !== undefined} onRows={onWages} />
    ) : null
  return (
    <div className="barg">
      <title>{`${w.title} · ${file.subject}`}</title>
      <BargainingHead file={file} facts={board.facts} />
      <Road stations={roadOf(file, procedure)} today={file.today} />
      <Acts file={file} procedure={procedure} onStep={onStep} />
      <div className="main">
        <section className="sheet deal-sheet" aria-label={w.table}>
          {sides.length > 0 ? (
            <Proposals file={file} board={board} procedure={procedure} sides={sides} onTaken={onTaken} />
          ) : (
            <DealTable board={board} today={file.today} laws={{}} added={[]} />
          )}
        </section>
        <Reckoning board={board} />
      </div>
      <SideSheet file={file} facts={board.facts} materialsAct={materials} />
    </div>
  )
}

/** The rules that the server will ask, with their articles, as the procedure says them. */
function lawsOf(procedure: ProcedureWire): Laws {
  const rules = procedure.steps.find(({ id }) => id === 'propose')?.rules ?? []
  const law = (id: string) => rules.find((rule) => rule.id === id)?.law
  const [minimumWage, contract] = [law('payAboveMinimum'), law('notBelowTheContractAbove')]
  return { ...(minimumWage ? { minimumWage } : {}), ...(contract ? { contract } : {}) }
}

interface ProposalsProps {
  readonly file: CaseWire
  readonly board: Board
  readonly procedure: ProcedureWire
  readonly sides: readonly Proposing[]
  readonly onTaken: (file: CaseWire) => void
}

function Proposals(props: ProposalsProps) {
  const [chosen, choose] = useState<Side>()
  const side = props.sides.find((one) => one.side === chosen)?.side ?? props.sides[0]!.side
  return <ProposalsOf key={side} {...props} side={side} onSide={choose} />
}

function ProposalsOf({
  file,
  board,
  procedure,
  sides,
  side,
  onSide,
  onTaken,
}: ProposalsProps & { readonly side: Side; readonly onSide: (side: Side) => void }) {
  const d = useWords(dealWords)
  const [added, setAdded] = useState<readonly Clause[]>([])
  const typing = useEntry(file, side, board.table.floor)
  const entry = { ...typing, round: nextRound(board.facts, side) }
  const known = new Set(board.table.rows.map(({ key }) => key))
  const skill = board.facts.offer?.kind === 'skillWages' || board.table.rows.some(({ meaning }) => meaning.skill)
  const fresh = new Map([...typing.typed.values()].map(({ clause }) => [clauseKey(clause), clause]))
  for (const clause of added) if (!fresh.has(clauseKey(clause))) fresh.set(clauseKey(clause), clause)
  const rows = [...fresh].filter(([key]) => !known.has(key)).map(([, clause]) => rowFor(clause, board.facts))
  return (
    <>
      {skill ? <SkillMatrix rows={board.table.rows} entry={entry} open={board.facts.offer?.kind === 'skillWages'} /> : null}
      <DealTable board={board} today={file.today} laws={lawsOf(procedure)} entry={entry} added={rows} />
      <EntryBar
        file={file}
        entry={entry}
        roundName={d.round(entry.round)}
        sides={sides}
        onSide={onSide}
        onAdd={(clause) => {
          setAdded((before) => [...before, clause])
          if (clause.words !== undefined) typing.put(clause, true)
        }}
        onTaken={onTaken}
      />
    </>
  )
}
