/** A wide table that scrolls sideways by itself, reached by the keyboard too. */
import './scroller.css'
import type { ReactNode } from 'react'

export const Scroller = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
  <section className="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
