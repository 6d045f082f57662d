/** What has been added: hear it, see it, take it away. */
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#ui/language.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { Material } from '../draft.ts'
import { blobOf, type DraftKeeper } from '../keep.tsx'
import { words } from '../words.ts'

export function MaterialList({ keeper, materials }: { readonly keeper: DraftKeeper; readonly materials: readonly Material[] }) {
  const w = useWords(words)
  if (!materials.length) return null
  const photos = materials.filter((one) => one.kind === 'photo')
  return (
    <ul className="got" aria-label={w.materials}>
      {materials.map((one) => {
        const title = one.kind === 'voice' ? (one.seconds ? w.voiceOf(one.seconds) : w.voice) : w.photoOf(photos.indexOf(one) + 1)
        return (
          <li key={one.id}>
            {one.kind === 'voice' ? <Voice id={one.id} title={title} /> : <Photo id={one.id} title={title} />}
            <button className="quiet" type="button" aria-label={w.dropIt(title)} onClick={() => keeper.drop(one.id)}>
              {w.drop}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** The address of a kept blob, as long as it is on the screen. */
function useAddress(id: string): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let gone = false
    void blobOf(id).then((blob) => {
      if (gone || !blob) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [id])
  return address
}

function Voice({ id, title }: { readonly id: string; readonly title: string }) {
  const w = useWords(words)
  const address = useAddress(id)
  const sound = useRef<HTMLAudioElement>(null)
  const [on, setOn] = useState(false)
  return (
    <>
      <Icon name="mic" />
      <span>{title}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: one's own voice note, not yet written down, has no captions */}
      <audio ref={sound} src={address} onPlay={() => setOn(true)} onPause={() => setOn(false)} onEnded={() => setOn(false)} />
      <button
        className="quiet"
        type="button"
        aria-label={on ? w.stopIt : w.hearIt(title)}
        onClick={() => (on ? sound.current?.pause() : void sound.current?.play())}
      >
        {on ? w.stopIt : w.listen}
      </button>
    </>
  )
}

function Photo({ id, title }: { readonly id: string; readonly title: string }) {
  const w = useWords(words)
  const address = useAddress(id)
  return (
    <>
      {address ? <img className="thumb" src={address} alt="" /> : <Icon name="cam" />}
      <span>{title}</span>
      <a className="quiet see" href={address} target="_blank" rel="noreferrer" aria-label={w.seeIt(title)}>
        {w.see}
      </a>
    </>
  )
}
