/** How far the house has come: a bar of what was found so far, the counts beneath, how fast it goes and how long it still takes. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { ImportWire } from '../../../imports/import-wire.ts'
import { isMoving } from '../questions.ts'
import { leftOver, many } from '../wording.ts'

const words = catalogue({
  zh: {
    label: '检查进度',
    checked: (total: string, part: string) => `/ ${total} 行已检查，${part}`,
    read: '行已检查',
    all: '行，都查过了',
    waiting: '排队中，马上开始',
    opening: '正在打开，认列',
    ordering: '都读完了，正在核对重复和在册情况',
    writing: '正在写入。一次写完，要么全成，要么不动',
    undoing: '正在撤销，恢复到写入以前',
    speed: (n: string) => `每秒 ${n} 行`,
    free: '可以离开，查完会告诉您',
    freeWriting: '可以离开，写完会告诉您',
    same: '没有变化',
    new: '将新增',
    changed: '将更新',
    wrong: '有错，不写入',
    left: '还没查到',
    look: '请看一眼，照样写入',
    newDone: '新增',
    changedDone: '更新',
    wrongDone: '有错，没有写入',
    mended: (n: string) => `其中 ${n} 行是您改好的`,
  },
  en: {
    label: 'Progress of the check',
    checked: (total, part) => `/ ${total} rows checked, ${part}`,
    read: 'rows checked',
    all: 'rows, all checked',
    waiting: 'In the queue; it starts in a moment',
    opening: 'Being opened, its columns recognised',
    ordering: 'All is read; looking for doubles and for who is on the register',
    writing: 'Being written, all of it or nothing',
    undoing: 'Being undone, back to what was before',
    speed: (n) => `${n} rows a second`,
    free: 'you may leave, you will be told',
    freeWriting: 'you may leave, you will be told',
    same: 'No change',
    new: 'To be added',
    changed: 'To be updated',
    wrong: 'Wrong, not written',
    left: 'Not checked yet',
    look: 'To look at, written all the same',
    newDone: 'Added',
    changedDone: 'Updated',
    wrongDone: 'Wrong, not written',
    mended: (n) => `${n} of them mended by you`,
  },
})

export function Progress({ one }: { readonly one: ImportWire }) {
  const w = useWords(words)
  const { counts, progress, state } = one
  const reading = state === 'checking' || state === 'waiting'
  const total = reading ? Math.max(progress?.rowsTotal ?? 0, counts.read) : counts.read
  const left = Math.max(0, total - counts.read)
  const part = total > 0 ? `${((counts.read / total) * 100).toFixed(1)}%` : ''
  const known = reading && progress?.rowsTotal !== undefined && total > 0
  const written = state === 'committed'
  const width = (n: number) => ({ width: total > 0 ? `${(n / total) * 100}%` : 0 })
  return (
    <section className="sheet prog" aria-label={w.label}>
      <div className="prog-head">
        <b>{many(counts.read)}</b>
        <span className="sub">{known ? w.checked(many(total), part) : reading ? w.read : w.all}</span>
        <Pace one={one} />
      </div>
      <div
        className={`track${reading && !known ? ' unknown' : ''}`}
        role="progressbar"
        aria-label={w.label}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        {...(known || !reading
          ? { 'aria-valuenow': counts.read, 'aria-valuetext': `${many(counts.read)} ${w.checked(many(total), part)}` }
          : {})}
      >
        <i className="same" style={width(counts.same)} />
        <i className="new" style={width(counts.new)} />
        <i className="changed" style={width(counts.changed)} />
        <i className="wrong" style={width(counts.wrong)} />
      </div>
      <ul className="tally">
        <Count n={counts.same} mark="same" says={w.same} />
        <Count n={counts.new} mark="new" says={written ? w.newDone : w.new} />
        <Count n={counts.changed} mark="changed" says={written ? w.changedDone : w.changed} />
        <Count n={counts.wrong} mark="wrong" says={written ? w.wrongDone : w.wrong} />
        {reading ? <Count n={known ? left : undefined} mark="left" says={w.left} /> : <Count n={counts.look} mark="look" says={w.look} />}
      </ul>
      {counts.mended > 0 ? <p className="xs faint">{w.mended(many(counts.mended))}</p> : null}
    </section>
  )
}

const Count = ({ n, mark, says }: { readonly n: number | undefined; readonly mark: string; readonly says: string }) => (
  <li className={n ? mark : `${mark} zero`}>
    <b>{n === undefined ? '…' : many(n)}</b>
    <span>
      <i />
      {says}
    </span>
  </li>
)

/** What it is doing, how fast, how long still; the words for a screen reader change only with what it is doing. */
function Pace({ one: { state, progress, counts } }: { readonly one: ImportWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  if (!isMoving(state)) return null
  const doing = {
    waiting: w.waiting,
    ordering: w.ordering,
    writing: w.writing,
    undoing: w.undoing,
    reading: counts.read === 0 ? w.opening : '',
  }[state === 'waiting' ? 'waiting' : state === 'committing' ? 'writing' : state === 'undoing' ? 'undoing' : (progress?.phase ?? 'reading')]
  const speed = progress?.rowsPerSecond ? w.speed(many(Math.round(progress.rowsPerSecond))) : ''
  const left = leftOver(progress?.secondsLeft)
  const comma = language === 'zh' ? '，' : ', '
  return (
    <p className="pace sub s">
      <span role="status">{doing}</span>
      <span>
        {[speed, left ? say(left) : '', state === 'checking' || state === 'waiting' ? w.free : w.freeWriting].filter(Boolean).join(comma)}
      </span>
    </p>
  )
}
