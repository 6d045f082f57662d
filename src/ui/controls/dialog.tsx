/** A dialog: a drawer for forms and reading, a card for a short question. Focus stays inside and returns where it was. */
import './dialog.css'
import './button.css'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { catalogue, useWords } from '../language.tsx'

const words = catalogue({ zh: { close: '关闭' }, en: { close: 'Close' } })

export function Sheet({
  title,
  note,
  shape = 'drawer',
  onClose,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly shape?: 'drawer' | 'drawer left' | 'card'
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const w = useWords(words)
  return (
    <ModalOverlay className="veil" isOpen isDismissable={shape !== 'drawer'} onOpenChange={(open) => open || onClose()}>
      <Modal className={shape}>
        <Dialog className="dialog">
          <div className="dialog-head">
            <div>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {note}
            </div>
            <Button className="btn txt" slot="close">
              {w.close}
            </Button>
          </div>
          <div className="dialog-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
