/** Who bargains at 杭州明晰光电有限公司, what the union asks for, what the firm says to that, and where they meet. */
import type { TypedClause, TypedDelegate } from './bargaining.ts'

export const firm = '杭州明晰光电有限公司'
export const asked: readonly TypedClause[] = [
  { meaning: '企业最低工资', figure: '3200' },
  { meaning: '年度增长幅度', figure: '8' },
  { meaning: '技能津贴', figure: '300', grade: '中级工' },
  { meaning: '技能津贴', figure: '600', grade: '高级工' },
  { meaning: '技能津贴', figure: '1000', grade: '技师' },
  { meaning: '工作餐补贴', figure: '20' },
  { meaning: '技能竞赛获奖奖励', figure: '10000', level: '市级一等奖' },
  { meaning: '技能等级晋升奖励', figure: '3000', grade: '高级工' },
]
/** What the firm says first, what the union says to that, and where the firm ends. */
export const offeredByFirm = ['2900', '4', '200', '400', '800', '15', '5000', '2000']
export const secondThought = ['3100', '6', '250', '500', '900', '18', '8000', '2500']
export const settled = ['3000', '5.5', '220', '450', '850', '16', '6000', '2200']
export const workers: readonly TypedDelegate[] = [
  { name: '吕文清', job: '工会主席', chief: true },
  { name: '罗建平', job: '贴片线线长' },
  { name: '施巧玲', job: '测试工' },
  { name: '高志远', job: '设备工程师' },
  { name: '许春燕', job: '品质检验员' },
]
export const employers: readonly TypedDelegate[] = [
  { name: '谭志勇', job: '人力资源总监', chief: true },
  { name: '袁立新', job: '财务总监' },
  { name: '金雅文', job: '薪酬经理' },
  { name: '韩东升', job: '制造总监' },
  { name: '裴蓉', job: '法务经理' },
]
