/** A button, and a link that looks like one. */
import './button.css'
import { Link } from '@tanstack/react-router'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

/** `pri`: due today. `late`: past its date. `txt`: an aside. */
export type ButtonLook = 'pri' | 'late' | 'txt' | 'plain'

const classes = (look: ButtonLook = 'plain', size?: 'sm' | 'lg'): string =>
  ['btn', look === 'plain' ? '' : look, size ?? ''].filter(Boolean).join(' ')

export function Button({
  look,
  size,
  busy,
  ...rest
}: { readonly look?: ButtonLook; readonly size?: 'sm' | 'lg'; readonly busy?: boolean } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className'
>) {
  return <button type="button" {...rest} className={classes(look, size)} {...(busy ? { 'aria-busy': true, disabled: true } : {})} />
}

export interface Target {
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly search?: Readonly<Record<string, unknown>>
}

/** A link within the shell. */
export function Go({
  to,
  params,
  search,
  children,
  className,
  ...rest
}: Target & { readonly children: ReactNode; readonly className?: string; readonly title?: string; readonly 'aria-label'?: string }) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: true }}
      {...(params ? { params } : {})}
      {...(search ? { search } : {})}
      {...(className ? { className } : {})}
      {...rest}
    >
      {children}
    </Link>
  )
}

export const GoButton = ({
  look,
  size,
  ...rest
}: Target & { readonly look?: ButtonLook; readonly size?: 'sm' | 'lg'; readonly children: ReactNode; readonly 'aria-label'?: string }) => (
  <Go {...rest} className={classes(look, size)} />
)
