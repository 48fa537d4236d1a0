import { describe, expect, it } from 'vitest';
import { ipAddress, parseAddress, searchDomain, writeAddress } from '../../server/src/service/schema/formats/index.ts';

const written = (text: string) => {
  const address = parseAddress(text);
  return address && writeAddress(address);
};

describe('IP addresses', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['010.000.0.0000001', '10.0.0.1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['FE80::0001', 'fe80::1'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['1:0:0:4:0:0:0:8', '1:0:0:4::8'],
    ['1:0:3:4:5:6:7:8', '1:0:3:4:5:6:7:8'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::ffff:102:304', '1.2.3.4'],
    ['::1.2.3.4', '::102:304'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
  ])('reads %s', (text, expected) => expect(written(text)).toBe(expected));

  it.each([
    '',
    ' 1.2.3.4',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '1..2.3',
    '+1.2.3.4',
    '1.2.3.4:80',
    '[::1]',
    ':1',
    '1:',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4:5:6:7:1.2.3.4',
    '1.2.3.4::',
    '12345::',
    '::1%eth0',
    'example.com',
  ])('reads no address in %j', (text) => expect(parseAddress(text)).toBeUndefined());

  it('is strict from 1.36 on', () => {
    expect(ipAddress(35).problems('010.0.0.1')).toEqual([]);
    expect(ipAddress(36).problems('010.0.0.1')).toEqual(['must not have leading 0s']);
    expect(ipAddress(36).problems('::00001')).toEqual(['must not have leading 0s']);
    expect(ipAddress(36).problems('::ffff:1.2.3.4')).toEqual(['must not be an IPv4-mapped IPv6 address']);
    expect(ipAddress(36).problems('::ffff:01.2.3.4')).toEqual(['must not have leading 0s']);
    expect(ipAddress(36).problems('FE80::0001')).toEqual([]);
  });

  it.each([
    ['10.0.0.01', '10.0.0.1'],
    [' [::1]', '::1'],
    ['10.0.0.1/32', '10.0.0.1'],
    ['10.0.0.1:53', '10.0.0.1'],
    ['10.0.0.300', undefined],
    ['db.example', undefined],
  ])('mends %s', (text, expected) => expect(ipAddress(37).mend?.(text)).toBe(expected));
});

describe('search domains', () => {
  const takes = (text: string, minor: number) => searchDomain(minor).problems(text).length === 0;

  it.each([
    ['example.com', true, true],
    ['example.com.', true, true],
    ['.', false, true],
    ['_sip.a_b.example', false, true],
    ['', false, false],
    ['a..', false, false],
    ['a_', false, false],
    ['-a', false, false],
    ['A', false, false],
    ['x'.repeat(253), true, true],
    [`${'x'.repeat(253)}.`, true, true],
    ['x'.repeat(254), false, false],
  ])('%s: before 1.33 %s, from then on %s', (text, before, since) => {
    expect([takes(text, 32), takes(text, 33)]).toEqual([before, since]);
  });
});
