/** The steps a party may take, in the words and the order in which a person would think of them. */
import { type Text, text } from '#kernel/text.ts'
import type { IconName } from '../parts/icon.tsx'

interface Row {
  readonly icon: IconName
  readonly title: Text
  readonly sub?: Text
}

export const stepRows: Readonly<Record<string, Row>> = {
  workerSigns: {
    icon: 'pen',
    title: text('看协议，签名', 'Read the agreement and sign'),
    sub: text('签以前可以问，签了还能撤回，盖章后生效', 'Ask first; you can take it back until the seal is on'),
  },
  firmSigns: { icon: 'pen', title: text('看协议，签名盖章', 'Read the agreement and sign') },
  approve: {
    icon: 'pen',
    title: text('同意协议内容', 'Agree to the terms'),
    sub: text('代表替您签以前，要您同意', 'Your representative needs your yes'),
  },
  consent: { icon: 'ok', title: text('同意调解', 'Agree to mediate') },
  workerConsents: { icon: 'ok', title: text('同意调解', 'Agree to mediate') },
  answerHearing: { icon: 'clock', title: text('调解会改个时间', 'Change what you said about the hearing') },
  firmAnswersHearing: { icon: 'clock', title: text('调解会改个时间', 'Change what you said about the hearing') },
  reportPayment: { icon: 'coin', title: text('登记付款', 'Record a payment'), sub: text('收到一笔记一笔', 'One line for each payment') },
  reportBreach: {
    icon: 'alert',
    title: text('到期没付，告诉我们', 'Not paid in time: tell us'),
    sub: text('可以申请支付令，或者去仲裁', 'A payment order or arbitration follows'),
  },
  supplement: {
    icon: 'cam',
    title: text('补一份材料', 'Add something'),
    sub: text('拍照、录音、写几句都行，只有您和调解员看得到', 'Photo, voice or words; only you and the mediator see it'),
  },
  supplementAsFirm: {
    icon: 'cam',
    title: text('补一份材料', 'Add something'),
    sub: text('只有您单位和调解员看得到', 'Only you and the mediator see it'),
  },
  stateClaim: {
    icon: 'mic',
    title: text('说说您的要求和数', 'State your claim and figures'),
    sub: text('对方看得到，改了主意再写一次', 'The other side sees it; write again if you change your mind'),
  },
  stateAnswer: {
    icon: 'mic',
    title: text('书面答复和数', 'Answer in writing, with figures'),
    sub: text('职工看得到', 'The worker sees it'),
  },
  join: {
    icon: 'people',
    title: text('加上一起的同事', 'Add a colleague'),
    sub: text('10 个人要的一样，就按集体争议办', 'Ten with one claim make a collective dispute'),
  },
  leave: { icon: 'people', title: text('退出一起申请', 'Leave the joint claim') },
  electRepresentatives: {
    icon: 'people',
    title: text('推举代表', 'Choose representatives'),
    sub: text('3 到 5 个人', 'Three to five people'),
  },
  challengeMediator: { icon: 'me', title: text('想换一位调解员', 'Ask for another mediator') },
  requestArbitralReview: {
    icon: 'seal',
    title: text('一起申请仲裁审查', 'Ask together for arbitral review'),
    sub: text('审查过的协议可以强制执行', 'A reviewed agreement can be enforced'),
  },
  requestConfirmation: {
    icon: 'seal',
    title: text('一起申请司法确认', 'Ask together for court confirmation'),
    sub: text('确认过的协议可以强制执行', 'A confirmed agreement can be enforced'),
  },
  goElsewhere: { icon: 'scale', title: text('转去仲裁或者法院', 'Go to arbitration or court') },
  decline: {
    icon: 'scale',
    title: text('不同意调解', 'Do not agree to mediate'),
    sub: text('调解就结束，职工可以直接去仲裁', 'Mediation ends; the worker can go to arbitration'),
  },
  withdraw: {
    icon: 'scale',
    title: text('不调了，直接去仲裁', 'Stop, go to arbitration'),
    sub: text('随时可以，不用公司同意', 'At any time; the firm need not agree'),
  },
}

const order = Object.keys(stepRows)
export const inOrder = <S extends { readonly id: string }>(steps: readonly S[]): readonly S[] =>
  [...steps].sort((a, b) => place(a.id) - place(b.id))
const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
