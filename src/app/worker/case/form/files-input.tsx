/** Photos and recordings chosen for a step; photos are made small before they go. */
import { catalogue, useWords } from '#ui/language.tsx'
import { smaller } from '../../help/material/photo.tsx'
import { Icon } from '../../parts/icon.tsx'

const words = catalogue({
  zh: { photo: '拍照片', voice: '选录音', drop: '去掉' },
  en: { photo: 'Photo', voice: 'Recording', drop: 'Remove' },
})

export function FilesInput({
  title,
  value,
  onChange,
}: {
  readonly title: string
  readonly value: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}) {
  const w = useWords(words)
  const add = async (files: FileList | null, photo: boolean) => {
    const made = await Promise.all(
      [...(files ?? [])].map(async (file) =>
        photo ? new File([await smaller(file)], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file,
      ),
    )
    onChange([...value, ...made])
  }
  return (
    <fieldset className="field">
      <legend className="label">{title}</legend>
      <div className="take">
        <label className="btn">
          <Icon name="cam" />
          {w.photo}
          <input className="vh" type="file" accept="image/*" multiple onChange={(event) => void add(event.target.files, true)} />
        </label>
        <label className="btn">
          <Icon name="mic" />
          {w.voice}
          <input className="vh" type="file" accept="audio/*" onChange={(event) => void add(event.target.files, false)} />
        </label>
      </div>
      {value.length ? (
        <ul className="got">
          {value.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              <span>{file.name}</span>
              <button
                className="quiet"
                type="button"
                aria-label={`${w.drop} ${file.name}`}
                onClick={() => onChange(value.filter((other) => other !== file))}
              >
                {w.drop}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  )
}
