/** A paper as it reads, before it is a file: number, title, whom it is for, the words, who signs and when. */
import type { Block, Body } from '../../paper-body.ts'

export function PaperText({ title, body, number }: { readonly title: string; readonly body: Body; readonly number?: string }) {
  return (
    <article className="cg-paper" lang="zh-CN">
      <h3>{title}</h3>
      {number ? <p className="cg-number num">{number}</p> : null}
      {body.addressee ? <p>{body.addressee}：</p> : null}
      {body.blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a paper have no identity but their place
        <OneBlock key={n} block={block} />
      ))}
      {body.attachments?.length ? (
        <ul>
          {body.attachments.map((one) => (
            <li key={one}>附件：{one}</li>
          ))}
        </ul>
      ) : null}
      <footer>
        {body.signatures?.map(({ label, name }) => (
          <p key={label}>
            {label}
            {name ? `：${name}` : '：＿＿＿＿'}
          </p>
        ))}
        {body.seal ? <p>{body.seal}</p> : null}
        <p className="num">{body.date}</p>
      </footer>
    </article>
  )
}

function OneBlock({ block }: { readonly block: Block }) {
  if ('p' in block) return <p>{block.p}</p>
  if ('heading' in block) return <h4>{block.heading}</h4>
  if ('list' in block)
    return (
      <ol>
        {block.list.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
    )
  if ('fields' in block)
    return (
      <dl className="kv">
        {block.fields.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <table className="rows">
      <thead>
        <tr>
          {block.table.head.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.table.rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell's column is its identity
              <td key={n}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
