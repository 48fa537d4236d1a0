import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { resolveCompletion } from '../../../server/src/service/features/completion.ts';
import { itemsAt } from '../../helpers/completion.ts';
import { podWith } from '../../helpers/manifests.ts';

function documentation(text: string, label: string, minor = 37): string {
  const item = itemsAt(text, { minor }).find((each) => each.label === label);
  const resolved = item && resolveCompletion(item).documentation;
  return MarkupContent.is(resolved) ? resolved.value : '';
}

describe('an item that is looked at tells', () => {
  it('what the field is', () => {
    const text = documentation(podWith('¦'), 'livenessProbe');
    expect(text).toContain('**`livenessProbe`**: Probe');
    expect(text).toContain('https://kubernetes.io/docs/');
  });

  it('since when it is there', () => {
    expect(documentation(podWith('', '¦'), 'hostnameOverride')).toContain('Since Kubernetes 1.34.');
  });

  it('what a value means', () => {
    expect(documentation(podWith('imagePullPolicy: ¦'), 'IfNotPresent')).toContain('pulled');
  });

  it('nothing more where nothing is known', () => {
    const item = { label: 'a' };
    expect(resolveCompletion(item)).toBe(item);
  });
});
