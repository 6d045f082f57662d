/** The few words of skill-grade wages that the phone's first page needs: they come with it. */
import { catalogue } from '#ui/language.tsx'

export const cardWords = catalogue({
  zh: {
    card: '能级工资',
    cardNone: '有新证书、新奖项？报给工会',
    monthly: (month: string, fen: string) => `从 ${month} 起每月 +${fen} 元`,
    once: (fen: string) => `一次性 ${fen} 元`,
  },
  en: {
    card: 'Skill-grade wages',
    cardNone: 'A new certificate or prize? Tell the union',
    monthly: (month, fen) => `+${fen} yuan a month from ${month}`,
    once: (fen) => `${fen} yuan once`,
  },
})
