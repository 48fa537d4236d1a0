import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import { longestText, type Manifest } from './manifest.ts';

export interface TooLarge {
  code: string;
  message: string;
  severity: 'information';
  range: Range;
}

const head = /\bapiVersion["']?:\s*["']?(?:v1|apps\/v1|batch\/v1)["'\s,]/;
const kind = /\bkind["']?:\s*["']?(?:CronJob|DaemonSet|Deployment|Job|List|Pod|ReplicaSet|StatefulSet)["'\s,]/;

/** What a user is told of a file with workloads that is too large to be looked at. */
export function tooLarge({ document, isTooLarge }: Manifest): TooLarge[] {
  const text = isTooLarge ? document.getText() : '';
  const found = head.exec(text);
  if (!found || !kind.test(text)) return [];
  const end = found.index + 'apiVersion'.length;
  return [
    {
      code: 'file-too-large',
      severity: 'information',
      message: l10n.t(
        'This file has more than {0} characters. Podsmith does not check it, since that would take longer than an editor can wait. Split it into several files.',
        longestText.toLocaleString('en'),
      ),
      range: { start: document.positionAt(found.index), end: document.positionAt(end) },
    },
  ];
}
