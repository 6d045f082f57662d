/** Temporary: list latencies at 30,000 firms. */
import { test } from 'vitest'
import { demoDistrict, organisationId } from '../demo.ts'
import { testRegistry } from '../testing/registry-for-tests.server.ts'

const { app, db, signIn } = await testRegistry()
test('speed', async () => {
  const d = demoDistrict.id
  const t0 = Date.now()
  await db.owner(`
    create table g_tmp as select gen_random_uuid() as id, n, (array['freight','machinery','food','electronics'])[1 + n % 4] as sector,
      (select id from organisation where kind = 'street' order by id offset (n % 7) limit 1) as street from generate_series(1, 30000) n`)
  await db.owner(`insert into organisation (district_id, id, kind, name, short_name, pinyin, initials, sort_name, parent_id, unit_id, path, street_id, sector, employees, designated, since)
    select $1, id, 'firm', '杭州' || chr(19968 + (n * 7919) % 6000) || chr(19968 + (n * 1047) % 6000) || '实业有限公司', '短' || n, md5(n::text), substr(md5(n::text), 1, 6), md5(n::text) || ' 杭州' || n, street, street, array[$1::uuid, street, id], street, sector, n % 900, n % 44 = 0, '2019-01-01' from g_tmp g`, [d])
  await db.owner(`insert into organisation (district_id, id, kind, name, short_name, pinyin, initials, sort_name, parent_id, unit_id, path, street_id, firm_id, since)
    select $1, gen_random_uuid(), k, '杭州' || n || k, '短' || n, md5(n::text), substr(md5(n::text), 1, 6), md5(n::text || k) || ' 杭州' || n, street, street, array[$1::uuid, street, id], street, id, '2019-06-01' from g_tmp g, unnest(array['union', 'committee']) k where n % 3 = 0`, [d])
  await db.owner(`insert into organisation_place (district_id, id, organisation_id, parent_id, unit_id, since) select district_id, gen_random_uuid(), id, parent_id, unit_id, since from organisation o where not exists (select 1 from organisation_place p where p.organisation_id = o.id)`)
  await db.owner(`insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
    select $1, gen_random_uuid(), id, f, case f when 'employees' then to_jsonb(n % 900) when 'sector' then to_jsonb(sector) when 'size' then '"small"'::jsonb else '"x"'::jsonb end, '2019-01-01', 's' from g_tmp g, unnest(array['employees','sector','size','address','ownership']) f`, [d])
  await db.owner(`insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
    select $1, gen_random_uuid(), id, 'designated', 'true', '2019-01-01', 's' from g_tmp g where n % 44 = 0`, [d])
  await db.owner('analyze')
  console.log('made', Date.now() - t0)
  const street = organisationId('baiyang')
  const who = { district: await signIn('district'), street: await signIn('street'), union: await signIn('union'), worker: await signIn('worker') }
  const urls = [
    '', 'kind=firm', `kind=firm&unit=${street}`, 'kind=firm&sector=freight', 'kind=firm&designated=yes', 'kind=firm&union=no', 'kind=firm&union=yes', 'q=ab12', 'q=' + encodeURIComponent('实业'), 'q=zz', 'kind=firm&q=' + encodeURIComponent('杭州瑞鼎'),
    'on=2022-12-01', 'kind=firm&on=2022-12-01', 'kind=firm&designated=yes&on=2022-12-01', `kind=firm&unit=${street}&on=2022-12-01`, 'kind=firm&sector=food&on=2022-12-01', 'kind=firm&union=yes&on=2022-12-01', 'on=2022-12-01&q=ab12', 'kind=firm&limit=200', 'kind=union&size=small',
  ]
  for (const url of urls) {
    let line = url.padEnd(70)
    for (const [name, headers] of Object.entries(who)) {
      const times: number[] = []
      let total = 0, status = 0
      for (let i = 0; i < 7; i++) {
        const t = performance.now()
        const a = await app.inject({ url: `/api/organisations?${url}`, headers })
        times.push(performance.now() - t)
        status = a.statusCode
        total = a.json().total
      }
      times.sort((a, b) => a - b)
      line += ` ${name} ${status} ${total} ${times[3]!.toFixed(0)}ms/${times[6]!.toFixed(0)}`
    }
    console.log(line)
  }
  for (const q of ['杭州', 'hzqchy', '实业', 'a', 'zzz']) {
    const times: number[] = []
    for (let i = 0; i < 7; i++) {
      const t = performance.now()
      await app.inject({ url: `/api/directory/firms?q=${encodeURIComponent(q)}` })
      times.push(performance.now() - t)
    }
    console.log('firms', q, times.sort((a, b) => a - b)[3]!.toFixed(1))
  }
}, 300_000)
