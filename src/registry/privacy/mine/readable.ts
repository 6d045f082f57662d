/** The file of one's data as a page to read and print: plain HTML that opens on any telephone without a network. */
import type { Json } from '#kernel/json.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Section } from './my-data.server.ts'

const words: Readonly<Record<string, Text>> = {
  name: text('姓名', 'Name'),
  sex: text('性别', 'Sex'),
  birth: text('出生日期', 'Birthday'),
  skill: text('技能等级', 'Skill grade'),
  education: text('学历', 'Schooling'),
  registered: text('登记日期', 'Registered on'),
  firm: text('单位', 'Firm'),
  union: text('工会', 'Union'),
  unit: text('所属', 'Belongs to'),
  idNumber: text('身份证号', 'ID number'),
  phone: text('手机号', 'Mobile number'),
  bankCard: text('银行卡号', 'Bank card'),
  illness: text('患病情况', 'Illness'),
  kind: text('类别', 'Kind'),
  organisation: text('单位', 'Body'),
  job: text('岗位', 'Job'),
  since: text('起', 'From'),
  until: text('止', 'Until'),
  approvedOn: text('批准日期', 'Approved on'),
  endedHow: text('结束原因', 'Ended by'),
  details: text('其他', 'Other'),
  scope: text('范围', 'Scope'),
  team: text('队伍', 'Team'),
  cardNumber: text('证号', 'Card'),
  constituency: text('选区', 'Constituency'),
  yuan: text('金额（元）', 'Yuan'),
  purpose: text('用途', 'Purpose'),
  version: text('版本', 'Version'),
  channel: text('方式', 'How'),
  givenOn: text('同意日期', 'Given on'),
  declaredBy: text('声明人', 'Declared by'),
  withdrawnOn: text('撤回日期', 'Withdrawn on'),
  says: text('内容', 'Words'),
  state: text('状态', 'State'),
  askedAt: text('申请时间', 'Asked at'),
  answer: text('答复', 'Answer'),
  decidedAt: text('答复时间', 'Answered at'),
  mergedAt: text('合并时间', 'Merged at'),
  undoneAt: text('撤销时间', 'Undone at'),
  reason: text('原因', 'Reason'),
  username: text('用户名', 'User name'),
  at: text('时间', 'Time'),
  day: text('日期', 'Day'),
  what: text('内容', 'What'),
  body: text('单位', 'Body'),
  post: text('职务', 'Post'),
  own: text('本人', 'Oneself'),
}

const page = {
  title: text('我的数据', 'My data'),
  made: text('生成于', 'Made on'),
  none: text('没有', 'None'),
}

export function readable(sections: readonly Section[], made: string, language: 'zh' | 'en'): string {
  const say = (words: Text): string => escaped(words[language])
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(page.title)}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}div{overflow-x:auto}</style></head>
<body><h1>${say(page.title)}</h1><p>${say(page.made)} ${escaped(made)}</p>
${sections.map((section) => `<h2>${say(section.title)}</h2>${table(section, language)}`).join('\n')}
</body></html>`
}

function table({ rows }: Section, language: 'zh' | 'en'): string {
  if (rows.length === 0) return `<p>${escaped(page.none[language])}</p>`
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const head = keys.map((key) => `<th scope="col">${escaped(words[key]?.[language] ?? key)}</th>`).join('')
  const lines = rows.map((row) => `<tr>${keys.map((key) => `<td>${escaped(cell(row[key], language))}</td>`).join('')}</tr>`)
  return `<div><table><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`
}

function cell(value: Json | undefined, language: 'zh' | 'en'): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') {
    const two = value as { readonly zh?: Json; readonly en?: Json }
    return typeof two.zh === 'string' && typeof two.en === 'string' ? (two[language] as string) : JSON.stringify(value)
  }
  return value === true ? '✓' : String(value)
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
