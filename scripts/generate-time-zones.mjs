// Writes the names of the IANA time zones, links included, from the compact form of the database.
//   node scripts/generate-time-zones.mjs [tzdata.zi]      from /usr/share/zoneinfo where none is given
import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './load.mjs';

const text = readFileSync(process.argv[2] ?? '/usr/share/zoneinfo/tzdata.zi', 'utf8');
const names = text.split('\n').flatMap((line) => {
  const [kind, first, second] = line.split(' ');
  return kind === 'Z' ? [first] : kind === 'L' ? [second] : [];
});
const areas = {};
for (const name of names.sort()) {
  const slash = name.indexOf('/');
  const area = name.slice(0, Math.max(slash, 0));
  areas[area] = [...(areas[area] ?? []), name.slice(slash + 1)];
}
const lists = Object.entries(areas).map(([area, places]) => [area, places.join(' ')]);
const file = fromRoot('server/src/service/schema/formats/timeZones.json');
writeFileSync(file, `${JSON.stringify(Object.fromEntries(lists), null, 2)}\n`);
