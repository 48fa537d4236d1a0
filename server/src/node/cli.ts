import { main } from '../cli/main.ts';
import { main as serve } from './main.ts';

main(process.argv.slice(2), serve).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
