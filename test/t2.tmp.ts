import { podWith, find } from './helpers/manifests.ts';
import { Chunk } from '../server/src/service/yaml/index.ts';
const right = podWith('args:\n  - |\n    a\n    \tb\ntty: true');
const t = right.replace('      tty', '\t\t\ttty');
console.log(JSON.stringify(new Chunk(t).problems), JSON.stringify(t), find(t).map((f) => f.problem.message));
