import { startClient } from './client.mjs';

const edits = 5;
/** How often all is hovered and typed: a server that has just been started is not as fast as it will be. */
const repeats = 5;

/** What the mouse rests on: keys and values in the middle of the 400 lines. */
const hovered = ['image:', 'worker:7', 'containerPort:', 'fieldPath:', 'spec.nodeName', '64Mi', 'mountPath:'];

/** What is typed there, letter by letter, behind a line: keys of a container and a port, an enum value, a boolean. */
const typed = [
  ['image: example.com/worker:7\n', '          ', 'imagePull'],
  ['containerPort: 8007\n', '              ', 'protocol'],
  ['image: example.com/worker:7\n', '          imagePullPolicy: ', 'IfNot'],
  ['image: example.com/worker:7\n', '          stdin: ', 'true'],
];

/**
 * What somebody meets who opens a file with a mistake in a new server and edits it.
 * @param asks whether they hover and complete as well, which takes the text of 400 lines
 * @returns milliseconds and megabytes, by what they measure
 */
export async function measureSession(server, text, asks) {
  const from = performance.now();
  const client = await startClient(server);
  const idle = client.memory();
  const mistake = text.indexOf('image: ', text.length / 2);
  await diagnosticsAfter(client, () => client.open(`${text.slice(0, mistake)}x${text.slice(mistake)}`));
  const start = performance.now() - from;
  const opened = client.memory();
  const type = () => client.edit(mistake, mistake, 'x');
  const editing = [];
  for (let count = 0; count < edits; count++) editing.push(await time(() => diagnosticsAfter(client, type)));
  const asked = asks ? { ...(await hovers(client, mistake, type)), ...(await completions(client)) } : {};
  const edited = client.memory();
  await client.stop();
  return {
    'start to first diagnostics': [start],
    'edit to diagnostics': editing,
    ...asked,
    'memory, idle': [idle],
    'memory, file open': [opened],
    'memory, after the edits': [edited],
  };
}

async function hovers(client, from, type) {
  const typing = [];
  const resting = [];
  for (const token of repeated(hovered)) {
    type();
    const offset = client.text().indexOf(token, from) + 1;
    typing.push(await time(() => client.hover(offset)));
    resting.push(await time(() => client.hover(offset)));
  }
  return { hover: resting, 'hover while typing': typing };
}

async function completions(client) {
  const typing = [];
  for (const [line, before, word] of repeated(typed)) {
    const start = client.text().indexOf(line) + line.length;
    let cursor = start + before.length;
    client.edit(start, start, `${before}\n`);
    for (const letter of word) {
      client.edit(cursor, cursor, letter);
      cursor++;
      typing.push(await time(() => client.complete(cursor)));
    }
    client.edit(start, cursor + 1, '');
  }
  return { 'completion while typing': typing };
}

const repeated = (all) => Array.from({ length: repeats }, () => all).flat();

/** Does something and waits for the diagnostics that follow. */
async function diagnosticsAfter(client, act) {
  const told = client.diagnostics();
  act();
  await told;
}

async function time(act) {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
