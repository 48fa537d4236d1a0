import { expect, it } from 'vitest';
import { octal, permissionsOf } from '../../server/src/service/model/index.ts';

it.each([
  [0o644, '0644', 'rw-r--r--'],
  [0o755, '0755', 'rwxr-xr-x'],
  [0o400, '0400', 'r--------'],
  [0, '0000', '---------'],
  [0o1777, '1777', 'rwxrwxrwt'],
  [0o1770, '1770', 'rwxrwx--T'],
])('%d', (mode, digits, permissions) => {
  expect(octal(mode)).toBe(digits);
  expect(permissionsOf(mode)).toBe(permissions);
});
