/** Small marks: the state of a case, the trade of a row, a warning with its word. */
import './chip.css'
import type { ReactNode } from 'react'

export const Chip = ({ tone, children }: { readonly tone?: 'run' | 'ok' | 'late'; readonly children: ReactNode }) => (
  <span className={`chip${tone ? ` ${tone}` : ''}`}>{children}</span>
)

/** The trade of a row in the colour of its project, 调解. */
export const Trade = ({ project, children }: { readonly project: string; readonly children: ReactNode }) => (
  <span className={`who ${project}`}>{children}</span>
)

/** What a case has become: never a colour without its word. */
export const Mark = ({ children }: { readonly children: ReactNode }) => <span className="warn w1">{children}</span>
