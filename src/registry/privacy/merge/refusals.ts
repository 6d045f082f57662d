/** Why two people's rows are not brought together, or not taken apart again. */
import { type Text, text } from '#kernel/text.ts'
import { conflict, type Problem } from '#platform/problem.ts'

const refused = (why: 'not now' | 'incomplete', says: Text): Problem => conflict({ why, says })

export const alreadyMerged = (name: string): Problem =>
  refused('not now', text(`${name}的这条记录已经合并过，请刷新后再看`, `This record of ${name} was merged before; look again`))

export const isErased = (): Problem =>
  refused('not now', text('其中一人的信息已按本人请求删除，不能合并', 'One of them was erased at their own request'))

export const undoneBefore = (): Problem => refused('not now', text('这次合并已经撤销过', 'This merge was undone before'))

export const undoTooLate = (until: string): Problem =>
  refused('not now', text(`合并只能在30天内撤销，这一次到${until}为止`, `A merge can be undone for 30 days, this one until ${until}`))

export const undoLaterFirst = (): Problem =>
  refused('not now', text('此后这个人又合并过，请先撤销后来的那一次', 'This person was merged again since; undo the later merge first'))
