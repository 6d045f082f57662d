/** The options of an event in words: as people read them, and as clauses of contracts name them. */
import { type Text, text } from '#kernel/text.ts'
import type { authorities, degrees, EventKind, EventFacts, grades, patents, ranks } from './data.ts'

type Named<Options extends readonly string[]> = Readonly<Record<Options[number], Text>>

export const kindWords: Readonly<Record<EventKind, Text>> = {
  certificate: text('取得技能等级证书', 'Skill certificate'),
  mentor: text('师带徒', 'Mentoring'),
  degree: text('取得学历', 'Degree'),
  patent: text('取得专利', 'Patent'),
  improvement: text('合理化建议被采纳', 'Improvement adopted'),
  contest: text('技能竞赛获奖', 'Contest prize'),
  honour: text('获得荣誉', 'Honour'),
}

/** In the order of the register: the number of a grade is its place. */
export const gradeWords: Named<typeof grades> = {
  apprentice: text('学徒工', 'Apprentice'),
  junior: text('初级工', 'Junior worker'),
  intermediate: text('中级工', 'Intermediate worker'),
  senior: text('高级工', 'Senior worker'),
  technician: text('技师', 'Technician'),
  seniorTechnician: text('高级技师', 'Senior technician'),
  specialTechnician: text('特级技师', 'Special-grade technician'),
  chiefTechnician: text('首席技师', 'Chief technician'),
}
export const degreeWords: Named<typeof degrees> = {
  college: text('大专', 'College diploma'),
  bachelor: text('本科', 'Bachelor'),
  master: text('硕士', 'Master'),
  doctor: text('博士', 'Doctor'),
}
export const patentWords: Named<typeof patents> = {
  invention: text('发明专利', 'Invention patent'),
  utility: text('实用新型专利', 'Utility model'),
  design: text('外观设计专利', 'Design patent'),
}
export const authorityWords: Named<typeof authorities> = {
  national: text('国家级', 'National'),
  provincial: text('省级', 'Provincial'),
  municipal: text('市级', 'Municipal'),
  district: text('区级', 'District'),
  enterprise: text('企业级', 'Enterprise'),
}
export const rankWords: Named<typeof ranks> = {
  first: text('一等奖', 'First prize'),
  second: text('二等奖', 'Second prize'),
  third: text('三等奖', 'Third prize'),
  merit: text('优胜奖', 'Merit'),
}

/** What was achieved, in a few words: 高级工, 市级一等奖. */
export function achieved({ kind, grade, degree, patent, authority, rank }: EventFacts): Text {
  if (kind === 'certificate' && grade) return gradeWords[grade]
  if (kind === 'degree' && degree) return degreeWords[degree]
  if (kind === 'patent' && patent) return patentWords[patent]
  const parts = [authority && authorityWords[authority], rank && rankWords[rank]].filter((one) => one !== undefined)
  return parts.length > 0 ? text(parts.map((one) => one.zh).join(''), parts.map((one) => one.en).join(', ')) : kindWords[kind]
}
