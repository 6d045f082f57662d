/** 职工代表大会: one session from the call to the minutes. Two thirds must be there; more than half of all, there or not, must say yes. */
import { procedure } from '#engine/define.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { demMeeting } from '#law/parameters.ts'
import { Congress } from './data.ts'
import { tooManyManagers } from './delegates/composition.ts'
import { calling } from './steps/calling.ts'
import { meeting } from './steps/meeting.ts'
import { sessionName } from './votes.ts'

export const workersCongress = procedure(Congress, {
  id: 'workers-congress',
  project: 'qiangshen',
  version: 1,
  title: '职工代表大会',
  short: '职代会',
  owners: ['union', 'jointUnion'],

  roles: {
    convener: { title: '企业工会', kind: 'desk', posts: ['unionChair', 'unionOfficer'] },
    upperUnion: { title: '上级工会', kind: 'desk', posts: ['districtOfficer', 'chair', 'viceChair', 'officer'], above: true },
  },

  states: {
    called: '已召集',
    inSession: '开会中',
    voting: '投票中',
    counting: '计票中',
    closed: '已闭会',
    cancelled: '没有召开',
  },
  ends: ['closed', 'cancelled'],

  steps: { ...calling, ...meeting },

  deadlines: {
    yearly: {
      title: '一年内再开一次',
      from: 'close',
      start: ({ opening }, at) => opening?.heldOn ?? at.on,
      until: 'nextHeld',
      rule: demMeeting,
      by: ['convener'],
      ifMissed: { tell: ['convener', 'upperUnion'], escalate: true },
      outlives: true,
    },
  },

  marks: {
    managers: {
      title: '中高层管理人员超过两成',
      law: democracyZhejiang.art(11),
      reads: ['call'],
      when: ({ call }) => call?.roster !== undefined && call.form === 'congress' && tooManyManagers(call.roster.managers, call.roster.all),
      suggests: '补选一线职工代表；开会以前改好名册',
    },
  },

  parties: () => [],
  assigned: () => [],
  subject: ({ call }) => (call ? sessionName(call) : ''),
  matter: ({ call }) => call?.agenda.map((one) => one.title).join('、') ?? '',
  meetings: ({ call, postponements }) => {
    const moved = postponements.at(-1)
    const place = moved ?? call
    if (!call || !place) return []
    return [{ title: sessionName(call), on: place.onDay, at: place.at ?? call.at ?? '09:00', place: place.place }]
  },
})
