import { expect, it } from 'vitest';
import { describeField } from '../../server/src/service/schema/prose.ts';

it('describes fields', () => {
  expect(describeField('core/v1.Container', 'image')).toBe('Container image name.');
});
