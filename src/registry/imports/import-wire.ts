/** The shapes that go over HTTP between the import workbench's server and its screen. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'

/** members 花名册 · drivers 新就业形态 · firms 企业名录／规上名单 · supervisors 五支队伍. */
export type ImportKind = 'members' | 'drivers' | 'firms' | 'supervisors'

/**
 * waiting: in the queue · checking · columns: a needed column was not found, say which it is (PUT columns) · checked: nothing is written yet ·
 * committing · committed · undoing · undone · failed: `problem` says why · cancelled.
 */
export type ImportState =
  | 'waiting'
  | 'checking'
  | 'columns'
  | 'checked'
  | 'committing'
  | 'committed'
  | 'undoing'
  | 'undone'
  | 'failed'
  | 'cancelled'

export interface NamedWire {
  readonly id: Id
  readonly name: string
}

/** One column of the sheet, in its order. */
export interface ColumnWire {
  /** From 0, as PUT columns names it. */
  readonly at: number
  /** `C`, as Excel names it. */
  readonly letter: string
  /** The heading as it stands in the sheet, of two rows joined by ／. */
  readonly heading: string
  /** The field it is read as; absent: 不导入. */
  readonly field?: string
  /** 请确认: recognised by its content or by a heading that could mean something else. */
  readonly confirm: boolean
}

/** What a column can be read as. */
export interface FieldWire {
  readonly field: string
  readonly title: Text
  readonly required: boolean
  /** Shown masked; what is typed in an edit is hidden again once it is sent. */
  readonly sensitive: boolean
  readonly hint?: Text
  /** When only certain words are taken: offered as a list while editing. */
  readonly choices?: readonly Text[]
}

/** read = valid + wrong, and valid = new + changed + same. look counts rows among the valid that ask for a glance. */
export interface CountsWire {
  readonly read: number
  readonly valid: number
  readonly wrong: number
  readonly look: number
  readonly new: number
  readonly changed: number
  readonly same: number
  /** Rows mended by hand in the grid. */
  readonly mended: number
}

export interface ProgressWire {
  /** reading: rows come in · ordering: the last counts · writing: one transaction, all or nothing · undoing. */
  readonly phase: 'reading' | 'ordering' | 'writing' | 'undoing'
  readonly rows: number
  /** Absent while the sheet does not say how long it is. */
  readonly rowsTotal?: number
  readonly rowsPerSecond?: number
  readonly secondsLeft?: number
}

/** One kind of fault in this file: 同类的一起改. */
export interface CauseWire {
  /** For POST fixes and `?cause=` of rows. */
  readonly cause: string
  readonly code: string
  readonly field: string
  readonly severity: 'wrong' | 'look'
  readonly title: Text
  readonly rows: number
}

export interface ImportWire {
  readonly id: Id
  readonly kind: ImportKind
  readonly title: Text
  readonly unit: NamedWire
  readonly file: { readonly name: string; readonly bytes: number; readonly sheet?: string }
  readonly by: NamedWire
  /** When it was put in, an ISO instant. */
  readonly at: string
  readonly state: ImportState
  readonly progress?: ProgressWire
  /** Up to now while it is being checked. */
  readonly counts: CountsWire
  readonly columns: readonly ColumnWire[]
  readonly fields: readonly FieldWire[]
  readonly causes: readonly CauseWire[]
  /** 写入后会怎样: the numbers of the unit now, and what this file adds. Only for people. */
  readonly effect?: {
    readonly members: { readonly now: number; readonly added: number }
    readonly withoutFirm: { readonly now: number; readonly added: number }
  }
  /** Why it failed, or which needed columns are missing. */
  readonly problem?: Text
  readonly committed?: {
    readonly at: string
    readonly by: NamedWire
    readonly new: number
    readonly changed: number
    readonly same: number
    /** Requests to the present unit of people who are registered elsewhere. */
    readonly requests: number
    readonly undoUntil: Day
  }
  readonly undone?: { readonly at: string; readonly by: NamedWire; readonly undone: number; readonly refused: number }
  /** The last import of this kind at this unit that was written. */
  readonly last?: {
    readonly id: Id
    readonly committedAt: string
    readonly new: number
    readonly changed: number
    readonly undoUntil: Day
    readonly undone: boolean
  }
}

export interface ImportListWire {
  readonly items: readonly ImportWire[]
  readonly total: number
  readonly next?: string
}

export type Verdict = 'new' | 'changed' | 'same' | 'wrong'

export interface RowProblemWire {
  readonly code: string
  readonly cause: string
  /** The field of the cell that is at fault. */
  readonly field: string
  readonly severity: 'wrong' | 'look'
  /** 身份证号末位对不上 */
  readonly title: Text
  /** 前 17 位算出的校验位是 X，表里是 8。请向本人核对。 */
  readonly says: Text
  /** 改为 2026-06-18 · 就是它: `value` goes into PATCH or POST fixes. An empty value is 留空写入. */
  readonly suggestion?: { readonly value: string; readonly title: Text; readonly sameCauseRows?: number }
  /** May be written as it is (照写): PATCH `{ keep: code }`. Already kept ones have `kept`. */
  readonly keepable: boolean
  readonly kept?: boolean
  /** Another row of this file it is about: 并排看两行. */
  readonly otherRow?: number
}

export interface CellWire {
  /** As it may be shown: masked where sensitive. Absent: empty. */
  readonly shown?: string
  /** In the register now, where the row changes it. */
  readonly old?: string
  /** Mended by hand; `original` is what the file says. */
  readonly mended?: boolean
  readonly original?: string
}

export interface RowWire {
  /** As at the left edge of the sheet. */
  readonly row: number
  readonly verdict: Verdict
  readonly look: boolean
  /** By field. */
  readonly cells: Readonly<Record<string, CellWire>>
  readonly problems: readonly RowProblemWire[]
  /** The person or firm of the register it belongs to. */
  readonly matches?: NamedWire
}

export interface RowsWire {
  readonly items: readonly RowWire[]
  readonly total: number
  readonly next?: string
}

/** `GET rows?show=`. odd: wrong and look together, as the tab has them. */
export type RowsShown = 'all' | 'odd' | 'wrong' | 'look' | 'new' | 'changed' | 'same'

/** PATCH rows/:row. One of: an edit, back to the file (改回去), 照写, 用第 N 行 (this row is left out). */
export type RowEdit =
  | { readonly field: string; readonly value: string }
  | { readonly field: string; readonly restore: true }
  | { readonly keep: string }
  | { readonly leaveOut: true }

/** PATCH answers the row as it is now, and the counts with it. */
export interface RowEditedWire {
  readonly row: RowWire
  readonly counts: CountsWire
  /** Other rows whose judgement changed because of it (the twin of a duplicate). */
  readonly alsoChanged: readonly number[]
}

/** POST fixes: the same for every row of a cause (就是它，改 3 行; 都照写). */
export type FixWire =
  | { readonly cause: string; readonly value: string }
  | { readonly cause: string; readonly keep: true }
  /** Each row its own suggestion (改为 2026-06-18). */
  | { readonly cause: string; readonly accept: true }

export interface FixedWire {
  readonly rows: number
  readonly counts: CountsWire
}

/** PUT columns: the field of each column that is to be read; the file is checked anew. */
export interface ColumnsInput {
  readonly columns: readonly { readonly at: number; readonly field: string }[]
}

/** 表里没有的: in the register at the units of this file, but not in the file. Nobody is removed. */
export interface AbsentWire {
  readonly items: readonly {
    readonly id: Id
    readonly name: string
    readonly firm?: NamedWire
    readonly memberSince?: Day
    readonly phone?: string
  }[]
  readonly total: number
  readonly capped?: true
  readonly next?: string
}

/** GET refusals: who could not be undone, and why. */
export interface RefusalsWire {
  readonly items: readonly { readonly id: Id; readonly name: string; readonly why: Text }[]
  readonly total: number
  readonly next?: string
}

/** Somebody of ours is in a file of another body: may they go? `to` names the firm or body that asks. */
export interface TransferRequestWire {
  readonly id: Id
  readonly person: NamedWire
  readonly from: NamedWire
  readonly to: string
  readonly by: string
  readonly at: string
  readonly job?: string
}

/** GET /api/transfer-requests: those waiting for an answer of the caller (POST /api/transfer-requests/:id/answer `{ agree }`). */
export interface TransferRequestsWire {
  readonly items: readonly TransferRequestWire[]
  readonly next?: string
}
