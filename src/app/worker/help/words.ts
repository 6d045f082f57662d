/** The words of asking for help: plain, spoken, short. */
import { catalogue } from '#ui/language.tsx'
import type { Lack } from './draft.ts'

export const lackWords: { readonly zh: Readonly<Record<Lack, string>>; readonly en: Readonly<Record<Lack, string>> } = {
  zh: {
    what: '请选一件事', part: '请选是哪一样', firm: '请写单位名字，招牌上的名字也行', street: '请选在哪个街道上班', still: '请选还在不在那里', leftOn: '请选哪天离开的', since: '请选从哪个月开始',
    on: '请选哪天的事', want: '请写一句，或者说一段', heads: '请写一共几个人，连您在内', amount: '金额请只写数字',
  },
  en: {
    what: 'Choose what happened', part: 'Choose which one', firm: 'Write the firm\'s name, as on its sign', street: 'Choose the street where you work', still: 'Say whether you still work there', leftOn: 'Choose the day you left', since: 'Choose the month it began',
    on: 'Choose the day', want: 'Write a sentence, or speak', heads: 'How many people, you included?', amount: 'Digits only, please',
  },
}

export const words = catalogue({
  zh: {
    title: '我要求助', lead: '三个问题，说清楚就行。不会写就说，说了我们记。', saved: '已存在手机里', savedAt: (time: string) => `，${time}。没网、没电都不会丢，有网了再发。`, saving: '正在存到手机里…', empty: '写一个字就存一个字，存在这台手机里。',
    notKept: '这台手机存不下草稿', notKeptSays: '可能是无痕浏览。请现在就交，或者换个浏览器。', reading: '正在打开…', number: (n: number) => `第 ${n} 问，共 3 问`,
    q1: '出了什么事？', q2: '哪家单位？您还在那里吗？', q2p: '哪个平台？您还在跑吗？', q3: '您想要什么结果？', pay: '加班费没给', rest: '不让休息、休假',
    firm: '单位名字', firmHint: '不知道全名，写招牌上的名字也行', platform: '平台名字', platformHint: '没有劳动合同也能写，例如某某跑腿、某某外卖', found: (n: number) => `找到 ${n} 家，点一下就填上`, chosen: '已认出这家单位', street: '在哪个街道上班', choose: '请选',
    still: '您还在那里吗？', stillYes: '还在上班', stillNo: '已经离开', leftOn: '哪天离开的', sinceWages: '从哪个月开始没发？', sinceInsurance: '从哪个月开始没交？', sinceHours: '从哪个月开始的？', sincePlatform: '从哪个月开始扣的？', onDismissed: '哪天不让上班的？', onInjury: '哪天受的伤？', onOther: '哪天的事？',
    want: '您想要的结果', wantHint: '例如：把 9 月、10 月工资补给我，一共 14,800 元。', amount: '一共多少钱（元）', amountHint: '说不准就空着', phone: '您的电话', phoneHint: '调解员打给您用，可以空着',
    hold: '按住说话', holdTip: '按住不放，说完松手；也可以点一下开始，再点一下结束。', recording: (n: number) => `正在录 ${n} 秒，松手结束`, record: '选一段录音', photo: '拍照片', materials: '已经加上的材料', voiceOf: (n: number) => `录音 ${n} 秒`, voice: '录音', photoOf: (n: number) => `照片 ${n}`,
    listen: '听', stopIt: '停', see: '看', drop: '删', dropIt: (what: string) => `删掉${what}`, seeIt: (what: string) => `看${what}`, hearIt: (what: string) => `听${what}`, spoken: '（见录音）',
    others: '还有别人也这样吗？', alone: '只有我', many: '还有别人', heads: '一共几个人，连您在内', same: '大家要的一样', collective: '10 个人以上、要的一样，就是集体争议：可以推 3 到 5 名代表去谈，上一级工会马上知道。',
    road: '交上去以后', submit: '提交', later: '先存着，以后再交', privacy: '材料只有您和办这件事的调解员能看。告诉公司以前，先问您。', sending: '正在交…', uploading: (at: number, of: number) => `案子已经立上。正在传材料，第 ${at} 份，共 ${of} 份`, fix: (n: number) => `还有 ${n} 处没填`,
    waiting: '没网，先替您存着。一有网就自动交。', signIn: '登录好了，正在替您交上去。', mustSign: '交上去要登录。填的都在，登录后接着交。', someLeft: (n: number) => `案子已经立上，还有 ${n} 份材料没传完。`, again: '接着传', seeCase: '先去看案子', retry: '再交一次', refused: '没有交成',
    hardTitle: '这件事走困难帮扶，不走调解', hardSays: '帮扶现在还不能在手机上申请。请打 12351，或者带身份证去您所在街道的总工会，当面登记。', call: '打 12351', back: '返回', discard: '清空重写', discardSure: '真的清空？点第二下就清空', unknownBody: '您选了单位或街道，就知道由谁办。',
  },
  en: {
    title: 'Get help', lead: 'Three questions. If writing is hard, speak: we write it down.', saved: 'Kept on this phone', savedAt: (time: string) => `, ${time}. Nothing is lost without network or power; it is sent when you are online.`, saving: 'Keeping it on this phone…', empty: 'Every letter is kept on this phone as you type.',
    notKept: 'This phone cannot keep the draft', notKeptSays: 'Perhaps this is private browsing. Send it now, or use another browser.', reading: 'Opening…', number: (n: number) => `Question ${n} of 3`,
    q1: 'What happened?', q2: 'Which firm? Do you still work there?', q2p: 'Which platform? Do you still work for it?', q3: 'What do you want?', pay: 'Overtime not paid', rest: 'No rest or leave',
    firm: 'Name of the firm', firmHint: 'The name on its sign is enough', platform: 'Name of the platform', platformHint: 'Also without a labour contract', found: (n: number) => `${n} found: tap one to fill it in`, chosen: 'This firm is known', street: 'In which street (sub-district) do you work?', choose: 'Choose',
    still: 'Do you still work there?', stillYes: 'Still there', stillNo: 'Have left', leftOn: 'When did you leave?', sinceWages: 'Not paid since which month?', sinceInsurance: 'Not insured since which month?', sinceHours: 'Since which month?', sincePlatform: 'Since which month?', onDismissed: 'On which day?', onInjury: 'Hurt on which day?', onOther: 'On which day?',
    want: 'What you want', wantHint: 'For example: pay my September and October wages, 14,800 yuan in all.', amount: 'How much in all (yuan)', amountHint: 'Leave empty if unsure', phone: 'Your phone', phoneHint: 'So that the mediator can call; may be empty',
    hold: 'Hold to speak', holdTip: 'Hold, speak, let go; or tap to begin and tap again to end.', recording: (n: number) => `Recording ${n} s, let go to end`, record: 'Choose a recording', photo: 'Take a photo', materials: 'What you have added', voiceOf: (n: number) => `Voice note, ${n} s`, voice: 'Voice note', photoOf: (n: number) => `Photo ${n}`,
    listen: 'Play', stopIt: 'Stop', see: 'View', drop: 'Delete', dropIt: (what: string) => `Delete ${what}`, seeIt: (what: string) => `View ${what}`, hearIt: (what: string) => `Play ${what}`, spoken: '(see the voice note)',
    others: 'Are others in the same position?', alone: 'Only me', many: 'Others too', heads: 'How many, you included', same: 'We all want the same', collective: 'Ten or more with one claim is a collective dispute: you may choose 3 to 5 to speak for all, and the union above is told at once.',
    road: 'After you send it', submit: 'Send', later: 'Keep it, send later', privacy: 'Only you and the mediator see what you add. You are asked before the firm is told.', sending: 'Sending…', uploading: (at: number, of: number) => `The case is open. Sending file ${at} of ${of}`, fix: (n: number) => `${n} ${n === 1 ? 'answer is' : 'answers are'} missing`,
    waiting: 'No network: kept for you, and sent as soon as there is one.', signIn: 'Signed in. Sending it for you.', mustSign: 'Sending needs signing in. All you filled in stays.', someLeft: (n: number) => `The case is open; ${n} ${n === 1 ? 'file is' : 'files are'} not yet sent.`, again: 'Go on sending', seeCase: 'See the case', retry: 'Send again', refused: 'Not sent',
    hardTitle: 'This goes to hardship aid, not to mediation', hardSays: 'Aid cannot yet be asked for on the phone. Ring 12351, or take your ID card to the union of your street.', call: 'Ring 12351', back: 'Back', discard: 'Clear all', discardSure: 'Really clear? Tap again', unknownBody: 'Choose the firm or the street to see who will handle it.',
  },
})
