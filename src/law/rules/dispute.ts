/** Legal periods of consultation, mediation, confirmation, payment orders and arbitration. */
import { arbitrationRules, civilProcedureLaw, mediationLaw, rule17, zhejiangMediation } from '../acts/dispute.ts'
import { calendarDays, workingDays, years } from '../period.ts'
import { row } from './row.ts'

const receivedApplication = ['收到调解申请', 'the request for mediation is received'] as const
const acceptedMediation = ['受理调解申请', 'the request for mediation is accepted'] as const
const agreementEffective = ['调解协议生效', 'the mediation agreement takes effect'] as const
const acceptedArbitration = ['受理仲裁申请', 'the request for arbitration is accepted'] as const
const awardReceived = ['收到仲裁裁决书', 'the award is received'] as const
const hearing = ['开庭', 'the hearing'] as const

export const disputeRules = [
  row(
    'CONS.REPLY',
    rule17,
    10,
    calendarDays(5),
    'after',
    ['收到协商要求', 'the request to talk is received'],
    ['回应协商要求', 'Answer a request to talk'],
  ),
  row('MED.ACCEPT', rule17, 22, workingDays(3), 'after', receivedApplication, ['受理调解申请', 'Accept a request for mediation']),
  row('MED.END.LAW', mediationLaw, 14, calendarDays(15), 'after', receivedApplication, ['调解出结果', 'Finish mediation']),
  row('MED.END.ZJ', zhejiangMediation, 10, calendarDays(15), 'after', receivedApplication, ['调解出结果', 'Finish mediation']),
  row('MED.END.RULE17', rule17, 29, calendarDays(15), 'after', acceptedMediation, [
    '调解出结果（自受理起算）',
    'Finish mediation (counted from acceptance)',
  ]),
  row('MED.ARBREVIEW', rule17, 27, calendarDays(15), 'after', agreementEffective, ['共同申请仲裁审查', 'Ask jointly for arbitral review']),
  row(
    'MED.ARBREVIEW.DECIDE',
    arbitrationRules,
    '76-78',
    workingDays(5),
    'after',
    ['受理仲裁审查申请', 'the request for review is accepted'],
    ['仲裁审查出结果', 'Finish the arbitral review'],
  ),
  row('MED.JUDCONF', civilProcedureLaw, 205, calendarDays(30), 'after', agreementEffective, [
    '共同申请司法确认',
    'Ask jointly for court confirmation',
  ]),
  row(
    'PAYORDER.ACCEPT',
    civilProcedureLaw,
    '225-228',
    calendarDays(5),
    'after',
    ['法院收到支付令申请', 'the court receives the request'],
    ['法院答复是否受理支付令申请', 'Court says whether it accepts the payment-order request'],
  ),
  row(
    'PAYORDER.ISSUE',
    civilProcedureLaw,
    '225-228',
    calendarDays(15),
    'after',
    ['法院受理支付令申请', 'the court accepts the request'],
    ['法院发出支付令', 'Court issues the payment order'],
  ),
  row(
    'PAYORDER.DEBTOR',
    civilProcedureLaw,
    '225-228',
    calendarDays(15),
    'after',
    ['收到支付令', 'the payment order is received'],
    ['欠款方清偿或者提出异议', 'Debtor pays or objects'],
  ),
  row(
    'ARB.LIMITATION',
    mediationLaw,
    27,
    years(1),
    'after',
    ['知道或者应当知道权利被侵害', 'the worker knew or should have known'],
    ['申请劳动仲裁', 'Apply for labour arbitration'],
  ),
  row(
    'ARB.LIMITATION.WAGE',
    mediationLaw,
    27,
    years(1),
    'after',
    ['劳动关系终止', 'the employment ended'],
    ['申请劳动仲裁（拖欠工资）', 'Apply for labour arbitration (unpaid wages)'],
  ),
  row(
    'ARB.ACCEPT',
    mediationLaw,
    29,
    workingDays(5),
    'after',
    ['收到仲裁申请', 'the request for arbitration is received'],
    ['仲裁委决定是否受理', 'Commission decides whether to accept'],
  ),
  row('ARB.SERVE', mediationLaw, 30, workingDays(5), 'after', acceptedArbitration, ['送达申请书副本', 'Serve the copy of the request']),
  row(
    'ARB.ANSWER',
    mediationLaw,
    30,
    workingDays(10),
    'after',
    ['收到申请书副本', 'the copy is received'],
    ['提交答辩书', 'File the answer'],
  ),
  row('ARB.HEARING.NOTICE', mediationLaw, 35, workingDays(5), 'before', hearing, ['通知开庭', 'Give notice of the hearing']),
  row('ARB.HEARING.POSTPONE', mediationLaw, 35, workingDays(3), 'before', hearing, ['请求延期开庭', 'Ask to postpone the hearing']),
  row('ARB.AWARD', mediationLaw, 43, calendarDays(45), 'after', acceptedArbitration, ['仲裁出裁决', 'Give the award']),
  row(
    'ARB.AWARD.EXT',
    mediationLaw,
    43,
    calendarDays(15),
    'after',
    ['裁决期限届满', 'the time for the award runs out'],
    ['仲裁出裁决（批准延期）', 'Give the award (extension approved)'],
  ),
  row('ARB.SIMPLE', zhejiangMediation, 39, calendarDays(30), 'after', acceptedArbitration, ['简易程序结案', 'Finish a simplified case']),
  row('ARB.SUE.WORKER', mediationLaw, 48, calendarDays(15), 'after', awardReceived, [
    '劳动者对终局裁决起诉',
    'Worker sues against a final award',
  ]),
  row('ARB.SUE.OTHER', mediationLaw, 50, calendarDays(15), 'after', awardReceived, ['对其他裁决起诉', 'Sue against other awards']),
  row('ARB.SETASIDE', mediationLaw, 49, calendarDays(30), 'after', awardReceived, [
    '用人单位申请撤销终局裁决',
    'Employer asks to set aside a final award',
  ]),
]
