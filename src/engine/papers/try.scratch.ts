import { writeFileSync } from 'node:fs'
const root = '/work/main/src/engine/papers/'
const { renderPdf, renderPacket, missingCharacters } = await import(root + 'render-pdf.server.ts')
const { seal } = await import(root + 'paper-hash.server.ts')
const s = await import(root + 'papers-sample.ts')
const p = {
  letter: seal({ title: '劳动争议调解受理通知书', number: '白杨调[2026]第018号', issuer: '杭州市钱塘区白杨街道劳动争议调解中心', body: s.letter, on: s.letter.date }, 'https://hexie.qiantang.gov.cn/verify/'),
  agreement: seal({ title: '劳动争议调解协议书', number: '白杨调〔2026〕18号', issuer: '白杨街道劳动争议调解中心', body: s.agreement, on: s.agreement.date }, 'https://hexie.qiantang.gov.cn/verify/'),
  record: seal({ title: '关于陈国强与杭州启程货运有限公司劳动报酬争议的调解笔录', issuer: '白杨街道劳动争议调解中心', body: s.record, on: s.record.date, draft: true }, 'https://hexie.qiantang.gov.cn/verify/'),
}
for (let i = 0; i < 3; i++) for (const [k, v] of Object.entries(p)) { const t = performance.now(); const b = await renderPdf(v); console.log(k, (performance.now() - t).toFixed(), b.length); writeFileSync(`/tmp/pap/${k}.pdf`, b) }
writeFileSync('/tmp/pap/packet.pdf', await renderPacket({ title: '支付令申请材料', on: s.letter.date, papers: Object.values(p) }))
console.log(await missingCharacters({ ...p.letter, title: '𠮷㐱😀堃' }))
if (process.argv[2]) { const { renderDocx } = await import(root + 'render-docx.server.ts'); for (const [k, v] of Object.entries(p)) { const t = performance.now(); const b = await renderDocx(v); console.log(k, (performance.now() - t).toFixed(), b.length); writeFileSync(`/tmp/pap/${k}.docx`, b) } }
