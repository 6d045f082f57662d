/** A hundred delegates of 杭州明晰光电有限公司 as they stand in a union's Excel: copied with the mouse, cells apart by tabs. */
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何'
const given = ['建国', '丽娟', '志强', '秀兰', '海燕'] as const
const places = ['贴片车间', '装配车间', '测试车间', '设备科', '品质部'] as const
/** Those whom the register of people knows. */
const known = ['吕文清', '罗建平', '方桂花', '何春梅', '蒋志明', '邱浩然', '武洪亮'] as const

export function hundredDelegates(): string {
  const names = [...known, ...given.flatMap((name) => [...surnames].map((surname) => surname + name))].slice(0, 100)
  const lines = names.map((name, at) =>
    [name, places[at % places.length], at % 2 === 0 ? '男' : '女', at % 10 === 9 ? '是' : '否', '2024-03-01'].join('\t'),
  )
  return ['姓名\t选区\t性别\t中高层管理人员\t任期起', ...lines].join('\r\n')
}
