/** The third question: what result is wanted, written, spoken or photographed; how much; who else. */
import { useCallback, useState } from 'react'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { amountOf, type Lack } from './draft.ts'
import { MaterialList } from './material/material-list.tsx'
import { smaller } from './material/photo.tsx'
import { canRecord, useRecorder } from './material/recorder.tsx'
import type { QuestionProps } from './what.tsx'
import { lackWords, words } from './words.ts'
import { newKey } from '../parts/new-key.tsx'

export function Want({ keeper, draft, wrong }: QuestionProps) {
  const w = useWords(words)
  const { language } = useLanguage()
  const lack = (name: Lack) => (wrong.includes(name) ? lackWords[language][name] : undefined)
  return (
    <fieldset className="q">
      <legend>
        <span className="num">{w.number(3)}</span>
        {w.q3}
      </legend>
      <label className="field">
        <span className="vh">{w.want}</span>
        <textarea
          className="input"
          rows={3}
          value={draft.want}
          placeholder={w.wantHint}
          aria-invalid={lack('want') ? true : undefined}
          onChange={(event) => keeper.change({ want: event.target.value })}
        />
        {lack('want') ? <small className="wrong">{lack('want')}</small> : null}
      </label>
      <Take keeper={keeper} />
      <MaterialList keeper={keeper} materials={draft.materials} />
      <label className="field">
        <span>{w.amount}</span>
        <small>{w.amountHint}</small>
        <input
          className="input"
          inputMode="decimal"
          value={amountOf(draft)}
          aria-invalid={lack('amount') ? true : undefined}
          onChange={(event) => keeper.change({ amount: event.target.value })}
        />
        {lack('amount') ? <small className="wrong">{lack('amount')}</small> : null}
      </label>
      <Choices
        name="others"
        label={w.others}
        value={draft.others ?? 'no'}
        options={
          [
            ['no', w.alone],
            ['yes', w.many],
          ] as const
        }
        onChange={(others) => keeper.change({ others, ...(others === 'yes' ? { same: draft.same ?? true } : {}) })}
      />
      {draft.others === 'yes' ? (
        <>
          <label className="field">
            <span>{w.heads}</span>
            <input
              className="input"
              inputMode="numeric"
              value={draft.heads}
              aria-invalid={lack('heads') ? true : undefined}
              onChange={(event) => keeper.change({ heads: event.target.value.replace(/\D/g, '') })}
            />
            {lack('heads') ? <small className="wrong">{lack('heads')}</small> : null}
          </label>
          <label className="choice">
            <input type="checkbox" checked={draft.same ?? true} onChange={(event) => keeper.change({ same: event.target.checked })} />
            <span>{w.same}</span>
          </label>
          <div role="status">
            {Number(draft.heads) >= 10 && (draft.same ?? true) ? (
              <p className="note">
                <Icon name="people" />
                <span>{w.collective}</span>
              </p>
            ) : null}
          </div>
        </>
      ) : null}
      <label className="field">
        <span>{w.phone}</span>
        <small>{w.phoneHint}</small>
        <input
          className="input"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={draft.phone}
          onChange={(event) => keeper.change({ phone: event.target.value.replace(/[^0-9+\- ]/g, '').slice(0, 20) })}
        />
      </label>
    </fieldset>
  )
}

function Take({ keeper }: Pick<QuestionProps, 'keeper'>) {
  const w = useWords(words)
  const [full, setFull] = useState(false)
  const put = useCallback(
    async (kind: 'photo' | 'voice', blob: Blob, name: string, seconds?: number) => {
      await keeper
        .add({ id: newKey(), kind, name, type: blob.type, bytes: blob.size, ...(seconds ? { seconds } : {}) }, blob)
        .catch(() => setFull(true))
    },
    [keeper.add],
  )
  const spoken = useCallback(
    (sound: Blob, seconds: number) =>
      void put(
        'voice',
        sound,
        `voice-${Date.now()}.${sound.type.includes('mp4') ? 'm4a' : sound.type.includes('ogg') ? 'ogg' : 'webm'}`,
        seconds,
      ),
    [put],
  )
  const recorder = useRecorder(spoken)
  const photos = async (files: FileList | null) => {
    for (const file of files ?? []) await put('photo', await smaller(file), file.name.replace(/\.\w+$/, '.jpg'))
  }
  return (
    <>
      <div className="take">
        {canRecord() && !recorder.refused ? (
          <button
            type="button"
            className={recorder.on ? 'btn rec' : 'btn'}
            aria-describedby="hold-tip"
            aria-pressed={recorder.on}
            onContextMenu={(event) => event.preventDefault()}
            {...recorder.holding}
          >
            <Icon name={recorder.on ? 'stop' : 'mic'} />
            {recorder.on ? w.recording(recorder.seconds) : w.hold}
          </button>
        ) : (
          <label className="btn">
            <Icon name="mic" />
            {w.record}
            <input
              className="vh"
              type="file"
              accept="audio/*"
              capture
              onChange={(event) => event.target.files?.[0] && void put('voice', event.target.files[0], event.target.files[0].name)}
            />
          </label>
        )}
        <label className="btn">
          <Icon name="cam" />
          {w.photo}
          <input
            className="vh"
            type="file"
            accept="image/*"
            multiple
            onChange={(event) => {
              void photos(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
      </div>
      {canRecord() && !recorder.refused ? (
        <p className="small muted" id="hold-tip">
          {w.holdTip}
        </p>
      ) : null}
      {full ? (
        <p className="wrong" role="alert">
          {w.notKept}
        </p>
      ) : null}
    </>
  )
}
