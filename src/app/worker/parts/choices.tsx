/** Big choices: native radios in labels of 56 px, never a dropdown. */
export interface ChoicesProps<V extends string> {
  readonly name: string
  readonly label?: string
  readonly value: V | undefined
  readonly options: readonly (readonly [V, string])[]
  readonly wrong?: string | undefined
  readonly onChange: (value: V) => void
}

export function Choices<V extends string>({ name, label, value, options, wrong, onChange }: ChoicesProps<V>) {
  return (
    <div className="field" role="radiogroup" aria-label={label} aria-describedby={wrong ? `${name}-wrong` : undefined}>
      {label ? <span aria-hidden="true">{label}</span> : null}
      <div className="choices">
        {options.map(([one, title]) => (
          <label className="choice" key={one}>
            <input type="radio" name={name} value={one} checked={value === one} onChange={() => onChange(one)} />
            <span>{title}</span>
          </label>
        ))}
      </div>
      {wrong ? (
        <p className="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
