/** Papers of a contract in force and of its end: the yearly report, the agreement to terminate. */
import { paper } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { cbTerminateFile } from '#law/parameters.ts'
import { Regional } from '../data.ts'
import { basis } from '../facts/law.ts'
import { bothChiefs, boundWords, dated, lastWords } from './phrases.ts'

export const performanceReport = paper(Regional, {
  id: 'performanceReport',
  title: '区域性、行业性集体合同履行情况报告',
  law: wageHangzhou.art(42),
  reads: ['offer', 'workerSide', 'employerSide', 'joins', 'leaves', 'draft', 'reports'],
  write: (facts, at) => {
    const report = facts.reports.at(-1)!
    return {
      layout: 'form',
      blocks: [
        {
          p: `依据${basis(facts.offer.kind, [37], [42])}，于 ${dated(report.heldOn)}报告《${facts.draft.title}》${report.year} 年度的履行情况。合同现约束${boundWords(facts)}。`,
        },
        {
          fields: [
            ['已经履行的企业', `${report.kept} 家`],
            ['没有履行的企业', `${report.notKept} 家`],
          ],
        },
        { p: report.says },
      ],
      signatures: bothChiefs(facts),
      date: at.on,
    }
  },
})

const grounds = {
  lawChanged: '订立合同所依据的法律、法规被修改或者废止',
  forceMajeure: '因不可抗力致使合同不能履行',
  dissolved: '企业发生破产、兼并、解散等重大变化，致使合同无法履行',
  agreed: '双方协商一致，或者约定的解除条件出现',
} as const

export const terminationAgreement = paper(Regional, {
  id: 'terminationAgreement',
  title: '解除集体合同协议书',
  series: '区集解',
  law: contractZhejiang.art(31),
  reads: ['offer', 'workerSide', 'employerSide', 'draft', 'termination'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      {
        p: `依据${basis(facts.offer.kind, [31, 32, 33], [37, 38, 39])}，《${facts.draft.title}》自 ${dated(facts.termination.on)}起解除。`,
      },
      {
        fields: [
          ['解除的原因', grounds[facts.termination.ground]],
          ['双方协商一致', facts.termination.bothAgree ? '是' : '否'],
        ],
      },
      ...(facts.termination.says ? [{ p: facts.termination.says }] : []),
      {
        p: `自解除之日起五个工作日内报人力资源和社会保障主管部门备案，${lastWords(cbTerminateFile, facts.termination.on, at)}（${basis(facts.offer.kind, [33])}）。`,
      },
    ],
    signatures: bothChiefs(facts),
    date: at.on,
    copies: 3,
  }),
})
