/** A menu on a button: a few acts or links, and choices of which one holds. */
import './menu.css'
import './button.css'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuChoice {
  readonly id: string
  readonly says: ReactNode
  readonly chosen?: boolean
  readonly act: () => void
}

export function MenuButton({
  label,
  children,
  choices,
  className,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly choices: readonly MenuChoice[]
  readonly className?: string
}) {
  const chosen = choices.filter((one) => one.chosen).map((one) => one.id)
  return (
    <MenuTrigger>
      <Button className={className ?? 'btn'} aria-label={label}>
        {children}
      </Button>
      <Popover className="pop" placement="bottom end">
        <Menu
          className="pop-list"
          aria-label={label}
          onAction={(id) => choices.find((one) => one.id === id)?.act()}
          {...(chosen.length > 0 ? { selectionMode: 'single' as const, selectedKeys: chosen } : {})}
        >
          {choices.map((one) => (
            <MenuItem key={one.id} id={one.id} className="pop-item">
              {one.says}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
